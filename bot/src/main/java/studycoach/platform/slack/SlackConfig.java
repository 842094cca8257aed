package studycoach.platform.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach Slack.
 *
 * @param apps at least one
 * @param api another server in place of Slack's own; ends in {@code /api/}
 * @param command the word after the slash
 * @param host where Slack's requests are heard, for apps that get them by HTTP
 * @param port likewise, 0 for any
 */
public record SlackConfig(
    List<App> apps, Optional<URI> api, String command, String host, int port) {
  public SlackConfig {
    apps = List.copyOf(apps);
  }

  /**
   * An app in the sense of Slack, with the workspaces in which it is installed.
   *
   * @param botTokens its secret in each of them
   * @param appToken opens its sockets; empty if Slack reaches us by HTTP
   * @param signingSecret by which requests of Slack's are known; empty if we open sockets
   */
  public record App(
      List<String> botTokens, Optional<String> appToken, Optional<String> signingSecret) {
    public App {
      botTokens = List.copyOf(botTokens);
      if (botTokens.isEmpty() || appToken.isPresent() == signingSecret.isPresent()) {
        throw new IllegalArgumentException("an app needs bot tokens and one way to hear of events");
      }
    }

    /** Without the secrets, which must not get into a log. */
    @Override
    public String toString() {
      return "App[workspaces=" + botTokens.size() + ", socket=" + appToken.isPresent() + "]";
    }
  }
}
