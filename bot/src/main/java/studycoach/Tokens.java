package studycoach;

import java.util.List;
import java.util.Optional;
import studycoach.config.Secret;
import studycoach.config.Secrets;
import studycoach.platform.slack.SlackConfig;

/**
 * The tokens of all platforms.
 *
 * @param slack its apps, none if the bot is not to run there
 */
record Tokens(Optional<Secret> discord, List<SlackConfig.App> slack) {
  private static final String DISCORD = "DISCORD_TOKEN";

  /** Whether anything is set that is meant for a platform, be it enough or not. */
  static boolean isAnySet(Secrets secrets) {
    return secrets.isSet(DISCORD) || SlackApps.isAnySet(secrets);
  }

  /**
   * Reads them.
   *
   * @param wrong where a line is added for each that can't be used
   */
  static Tokens of(Secrets secrets, List<String> wrong) {
    Optional<Secret> discord = secrets.find(DISCORD, wrong);
    if (discord.filter(token -> token.value().matches("\\S+")).isEmpty() && discord.isPresent()) {
      wrong.add(
          DISCORD
              + ": the token is one word, e.g. MTk4NjIy.Cl2FMQ.ZnCjm1XVW7, without Bot before it;"
              + " it is on the application's page Bot");
    }
    List<SlackConfig.App> slack =
        SlackApps.isAnySet(secrets) ? SlackApps.of(secrets, wrong) : List.of();
    return new Tokens(discord, slack);
  }
}
