package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place for messages. Everybody of the workspace is in a channel until they leave. */
public final class FakeChannel {
  enum Kind {
    PUBLIC("channels", "channel", "C"),
    PRIVATE("groups", "group", "G"),
    DIRECT("im", "im", "D");

    /** Begins the scopes for this kind. */
    final String scopes;

    final String type;
    final String letter;

    Kind(String scopes, String type, String letter) {
      this.scopes = scopes;
      this.type = type;
      this.letter = letter;
    }
  }

  final FakeWorkspace workspace;
  final Kind kind;
  final @Nullable FakePerson partner;
  private final String id;
  private final String name;
  private final long created;
  private final Set<FakePerson> absent = new HashSet<>();
  private final NavigableMap<String, FakeMessage> messages = new TreeMap<>();
  private String creator = "";
  private boolean botIn = true;
  private boolean archived;

  FakeChannel(FakeWorkspace workspace, String name, Kind kind, @Nullable FakePerson partner) {
    this.workspace = workspace;
    this.name = name;
    this.kind = kind;
    this.partner = partner;
    this.id = workspace.slack.ids.next(kind == Kind.DIRECT ? "D" : "C");
    this.created = workspace.slack.clock.instant().getEpochSecond();
  }

  public String id() {
    return id;
  }

  /** Without a {@code #}; a direct message has its person's name. */
  public String name() {
    return name;
  }

  public FakeWorkspace workspace() {
    return workspace;
  }

  public boolean isPrivate() {
    return kind != Kind.PUBLIC;
  }

  /** Says who made the channel; until then it was nobody who is known. */
  public FakeChannel createdBy(FakePerson person) {
    synchronized (workspace.slack) {
      creator = person.id();
      return this;
    }
  }

  /** The bot was never here. */
  public FakeChannel withoutBot() {
    synchronized (workspace.slack) {
      botIn = false;
      return this;
    }
  }

  /** Somebody invites the bot. */
  public void invites(FakePerson inviter) {
    synchronized (workspace.slack) {
      botIn = true;
      ObjectNode event = Json.object().put("type", "member_joined_channel");
      event.put("user", workspace.botUserId()).put("channel", id).put("channel_type", kind.letter);
      event.put("team", workspace.teamId()).put("inviter", inviter.id());
      workspace.tells("member_joined_channel", event);
    }
  }

  /** Somebody removes the bot. */
  public void removesBot(FakePerson actor) {
    synchronized (workspace.slack) {
      botIn = false;
      String event = kind == Kind.PRIVATE ? "group_left" : "channel_left";
      workspace.tells(event, told(event).put("actor_id", actor.id()));
    }
  }

  public void archives(FakePerson actor) {
    archived(true, actor, kind == Kind.PRIVATE ? "group_archive" : "channel_archive");
  }

  public void unarchives(FakePerson actor) {
    archived(false, actor, kind == Kind.PRIVATE ? "group_unarchive" : "channel_unarchive");
  }

  private void archived(boolean now, FakePerson actor, String event) {
    synchronized (workspace.slack) {
      archived = now;
      workspace.tells(event, told(event).put("user", actor.id()));
    }
  }

  /** The channel is gone for good. */
  public void delete() {
    synchronized (workspace.slack) {
      String event = kind == Kind.PRIVATE ? "group_deleted" : "channel_deleted";
      workspace.tells(event, told(event));
      workspace.forget(this);
    }
  }

  private ObjectNode told(String event) {
    return Json.object().put("type", event).put("channel", id);
  }

  /** Another app writes here. */
  public FakeMessage hearsOtherApp(String text, JsonNode metadata) {
    synchronized (workspace.slack) {
      return new Conversation(this).writtenByOtherApp(text, metadata);
    }
  }

  /** Messages outside of threads and broadcast replies that stand now, oldest first. */
  public List<FakeMessage> messages() {
    return all().stream().filter(FakeMessage::inChannel).toList();
  }

  /** The replies to a message, oldest first. */
  public List<FakeMessage> thread(FakeMessage parent) {
    synchronized (workspace.slack) {
      return messages.tailMap(parent.ts(), false).values().stream()
          .filter(message -> message.repliesTo(parent.ts()))
          .toList();
    }
  }

  /** Everything that stands now, replies and what only one person sees included. */
  public List<FakeMessage> all() {
    synchronized (workspace.slack) {
      return new ArrayList<>(messages.values());
    }
  }

  boolean botIn() {
    return botIn;
  }

  boolean archived() {
    return archived;
  }

  boolean has(FakePerson person) {
    return kind == Kind.DIRECT ? partner == person : !absent.contains(person);
  }

  void left(FakePerson person) {
    absent.add(person);
  }

  void joined(FakePerson person) {
    absent.remove(person);
  }

  void add(FakeMessage message) {
    messages.put(message.ts(), message);
  }

  void remove(FakeMessage message) {
    messages.remove(message.ts());
  }

  /** What stands for all, not only for one person. */
  Optional<FakeMessage> find(String ts) {
    return Optional.ofNullable(messages.get(ts)).filter(message -> !message.isEphemeral());
  }

  List<FakePerson> members() {
    return workspace.people().stream().filter(this::has).toList();
  }

  ObjectNode json() {
    var json = Json.object().put("id", id).put("created", created).put("is_archived", archived);
    json.put("is_im", kind == Kind.DIRECT).put("is_org_shared", false);
    json.put("context_team_id", workspace.teamId()).put("updated", created * 1000);
    if (partner != null) {
      return json.put("user", partner.id()).put("is_user_deleted", false).put("priority", 0);
    }
    json.put("name", name).put("name_normalized", name).put("creator", creator);
    json.put("is_channel", kind == Kind.PUBLIC).put("is_group", kind == Kind.PRIVATE);
    json.put("is_mpim", false).put("is_private", isPrivate()).put("is_member", botIn);
    json.put("is_general", false).put("unlinked", 0).put("is_shared", false);
    json.put("is_ext_shared", false).put("is_pending_ext_shared", false);
    json.putArray("shared_team_ids").add(workspace.teamId());
    for (String empty : List.of("pending_shared", "pending_connected_team_ids", "previous_names")) {
      json.putArray(empty);
    }
    for (String note : List.of("topic", "purpose")) {
      json.putObject(note).put("value", "").put("creator", "").put("last_set", 0);
    }
    return json;
  }
}
