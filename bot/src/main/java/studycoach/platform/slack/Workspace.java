package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.function.Consumer;
import studycoach.chat.ChatException;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/**
 * A workspace in which the bot is installed.
 *
 * @param id Slack's {@code T…}
 * @param bot the bot's account there, {@code U…}
 * @param pace of all that is posted there
 */
record Workspace(
    String id, String name, String bot, Calls calls, People people, Directs directs, Pace pace) {
  /**
   * Asks Slack which workspace a token belongs to.
   *
   * @param turnedAway told the name of the workspace if it doesn't take the token any more
   * @throws PlatformException if it does not know it, or can't be reached
   */
  static Workspace of(Slack slack, String token, Traffic traffic, Consumer<String> turnedAway) {
    try {
      AuthTestResponse self = authTest(slack, token);
      Calls calls = new Calls(slack, token, () -> turnedAway.accept(self.getTeam()));
      return new Workspace(
          self.getTeamId(),
          self.getTeam(),
          self.getUserId(),
          calls,
          new People(calls, traffic),
          new Directs(calls, traffic),
          new Pace());
    } catch (Calls.RefusedException
        | Calls.TooSoonException
        | ChatException
        | IllegalStateException e) {
      throw new PlatformException("Slack could not be reached: " + e.getMessage(), e);
    }
  }

  /** The scopes stand in the header {@code x-oauth-scopes} of the answer. */
  static AuthTestResponse authTest(Slack slack, String token)
      throws Calls.RefusedException, Calls.TooSoonException {
    boolean[] unknown = {false};
    Calls calls = new Calls(slack, token, () -> unknown[0] = true);
    try {
      return calls.call("auth.test", client -> client.authTest(r -> r));
    } catch (ChatException e) {
      if (unknown[0]) {
        throw new PlatformException(
            "Slack does not know a bot token ("
                + beginning(token)
                + "…): copy it anew from the page OAuth & Permissions of https://api.slack.com/apps",
            e);
      }
      throw e;
    }
  }

  /** What tells tokens apart without telling them. */
  private static String beginning(String token) {
    return token.substring(0, Math.min(8, token.length() / 3));
  }
}
