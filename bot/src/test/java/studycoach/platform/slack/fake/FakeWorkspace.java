package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A Slack workspace with channels and people, in which one app is installed. */
public final class FakeWorkspace {
  final FakeSlack slack;
  final FakeApp app;
  private final String name;
  private final String teamId;
  private final String botUserId;
  private final String botId;
  private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
  private final Map<String, FakeChannel> byId = new LinkedHashMap<>();
  private final Map<String, FakePerson> people = new LinkedHashMap<>();
  private final Map<String, FakePerson> peopleById = new LinkedHashMap<>();
  private final Map<String, FakeUserGroup> groups = new LinkedHashMap<>();
  private String botToken;
  private String revoked = "";
  private boolean installed = true;

  FakeWorkspace(FakeSlack slack, String name, FakeApp app) {
    this.slack = slack;
    this.name = name;
    this.app = app;
    teamId = slack.ids.next("T");
    botUserId = slack.ids.next("U");
    botId = slack.ids.next("B");
    botToken = newToken();
  }

  private String newToken() {
    return "xoxb-" + teamId + "-" + slack.ids.next("9");
  }

  public String name() {
    return name;
  }

  public String teamId() {
    return teamId;
  }

  public String domain() {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  public FakeApp app() {
    return app;
  }

  /** The bot as a user, {@code U…}. */
  public String botUserId() {
    return botUserId;
  }

  /** The bot as what writes, {@code B…}. */
  public String botId() {
    return botId;
  }

  public String botToken() {
    synchronized (slack) {
      return botToken;
    }
  }

  /** The public channel of a name, with the bot in it if it is new. */
  public FakeChannel channel(String channelName) {
    return channel(channelName, FakeChannel.Kind.PUBLIC);
  }

  /** The private channel of a name, with the bot in it if it is new. */
  public FakeChannel privateChannel(String channelName) {
    return channel(channelName, FakeChannel.Kind.PRIVATE);
  }

  private FakeChannel channel(String channelName, FakeChannel.Kind kind) {
    synchronized (slack) {
      return channels.computeIfAbsent(channelName, n -> add(new FakeChannel(this, n, kind, null)));
    }
  }

  FakeChannel add(FakeChannel channel) {
    byId.put(channel.id(), channel);
    return channel;
  }

  void forget(FakeChannel channel) {
    byId.remove(channel.id());
    channels.values().remove(channel);
  }

  /** Who is called so here; their name is also what others type after an {@code @}. */
  public FakePerson person(String personName) {
    synchronized (slack) {
      FakePerson known = people.get(personName);
      if (known != null) {
        return known;
      }
      var person = new FakePerson(this, personName);
      people.put(personName, person);
      peopleById.put(person.id(), person);
      return person;
    }
  }

  /** The user group of a handle, e.g. {@code study-crew}. */
  public FakeUserGroup userGroup(String handle) {
    synchronized (slack) {
      return groups.computeIfAbsent(handle, h -> new FakeUserGroup(slack.ids.next("S"), h));
    }
  }

  /** The token that the bot has is refused from now on; {@link #botToken()} is a new one. */
  public void revokesToken() {
    synchronized (slack) {
      ObjectNode event = Json.object().put("type", "tokens_revoked");
      event.putObject("tokens").putArray("bot").add(botUserId);
      tells("tokens_revoked", event);
      revoked = botToken;
      botToken = newToken();
    }
  }

  /** Somebody removes the app. */
  public void uninstalls() {
    synchronized (slack) {
      tells("app_uninstalled", Json.object().put("type", "app_uninstalled"));
      installed = false;
    }
  }

  /** Somebody installs the app again. */
  public void installs() {
    synchronized (slack) {
      installed = true;
    }
  }

  boolean installed() {
    return installed;
  }

  boolean wasRevoked(String token) {
    return revoked.equals(token);
  }

  Collection<FakeChannel> channels() {
    return byId.values();
  }

  Collection<FakePerson> people() {
    return people.values();
  }

  Collection<FakeUserGroup> groups() {
    return groups.values();
  }

  Optional<FakeChannel> channelById(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<FakePerson> personById(String id) {
    return Optional.ofNullable(peopleById.get(id));
  }

  /** Tells the app of something, if it subscribed to that and may know. */
  void tells(String subscription, ObjectNode event) {
    if (!installed || !app.hears(subscription) || !Scopes.hear(app, subscription)) {
      return;
    }
    if (!event.has("event_ts")) {
      event.put("event_ts", slack.ids.ts());
    }
    slack.deliveries().send(app, "events_api", envelope(event), null);
  }

  private ObjectNode envelope(JsonNode event) {
    var payload = Json.object().put("token", "verification-token").put("team_id", teamId);
    payload.put("context_team_id", teamId).putNull("context_enterprise_id");
    payload.put("api_app_id", app.id()).set("event", event);
    payload.put("type", "event_callback").put("event_id", slack.ids.next("Ev"));
    payload.put("event_time", slack.clock.instant().getEpochSecond());
    payload
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", teamId)
        .put("user_id", botUserId)
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    payload.put("is_ext_shared_channel", false);
    return payload.put("event_context", "4-" + slack.ids.next("e"));
  }
}
