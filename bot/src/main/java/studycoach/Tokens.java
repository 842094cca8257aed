package studycoach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** All that there may be. */
  static final List<String> NAMES =
      Stream.concat(Stream.of(DISCORD), SlackApps.NAMES.stream()).toList();

  /** Whether anything is set that is meant for a platform, be it enough or not. */
  static boolean isAnySet(Secrets secrets) {
    return NAMES.stream().anyMatch(secrets::isSet);
  }

  /**
   * Reads them.
   *
   * @param wrong where a line is added for each that can't be used, which is left out then
   */
  static Tokens of(Secrets secrets, List<String> wrong) {
    Optional<Secret> set = secrets.find(DISCORD, wrong);
    Optional<Secret> discord = set.filter(token -> token.value().matches("\\S+"));
    if (!set.equals(discord)) {
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
