package studycoach.platform.slack.fake;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An app as its owner configured it: tokens, scopes, events. */
public final class FakeApp {
  private final FakeSlack slack;
  private final String id;
  private final String name;
  private String appToken;
  private final String signingSecret;
  private final Set<String> scopes =
      new LinkedHashSet<>(
          List.of(
              "app_mentions:read",
              "channels:history",
              "channels:read",
              "chat:write",
              "commands",
              "files:write",
              "groups:history",
              "groups:read",
              "im:history",
              "im:read",
              "im:write",
              "users:read"));
  private final Set<String> events =
      new LinkedHashSet<>(
          List.of(
              "app_home_opened",
              "app_mention",
              "app_uninstalled",
              "member_joined_channel",
              "message.im",
              "tokens_revoked"));

  FakeApp(FakeSlack slack, String name) {
    this.slack = slack;
    this.name = name;
    id = slack.ids.next("A");
    appToken = newToken();
    signingSecret = "secret-" + slack.ids.next("5");
  }

  private String newToken() {
    return "xapp-1-" + id + "-" + slack.ids.next("1");
  }

  /** The token for Socket Mode is refused from now on; {@link #appToken()} is a new one. */
  public void revokesAppToken() {
    synchronized (slack) {
      appToken = newToken();
    }
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** For Socket Mode. */
  public String appToken() {
    synchronized (slack) {
      return appToken;
    }
  }

  /** For events by HTTP. */
  public String signingSecret() {
    return signingSecret;
  }

  public Set<String> scopes() {
    synchronized (slack) {
      return Set.copyOf(scopes);
    }
  }

  /** Grants exactly these scopes. */
  public FakeApp scopes(Collection<String> all) {
    synchronized (slack) {
      scopes.clear();
      scopes.addAll(all);
      return this;
    }
  }

  public FakeApp grants(String... more) {
    synchronized (slack) {
      scopes.addAll(Arrays.asList(more));
      return this;
    }
  }

  public FakeApp lacks(String... fewer) {
    synchronized (slack) {
      Arrays.asList(fewer).forEach(scopes::remove);
      return this;
    }
  }

  /** Subscribes to exactly these events, as a manifest names them, e.g. {@code message.im}. */
  public FakeApp events(Collection<String> all) {
    synchronized (slack) {
      events.clear();
      events.addAll(all);
      return this;
    }
  }

  /** Subscribes to more events. */
  public FakeApp subscribes(String... more) {
    synchronized (slack) {
      events.addAll(Arrays.asList(more));
      return this;
    }
  }

  boolean hears(String event) {
    return events.contains(event);
  }

  boolean may(String scope) {
    return scopes.contains(scope);
  }

  String provided() {
    return String.join(",", scopes);
  }
}
