package studycoach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.config.Secret;
import studycoach.config.Secrets;
import studycoach.config.SettingsException;
import studycoach.platform.slack.SlackConfig;

/** The apps of Slack whose tokens are set. */
final class SlackApps {
  private static final String BOT = "SLACK_BOT_TOKEN";
  private static final String BOTS = "SLACK_BOT_TOKENS";
  private static final String APP = "SLACK_APP_TOKEN";
  private static final String SIGNING = "SLACK_SIGNING_SECRET";
  private static final String LISTED = "[,\\s]+";

  private SlackApps() {}

  static boolean isAnySet(Secrets secrets) {
    return Stream.of(BOT, BOTS).anyMatch(name -> secrets.find(name).isPresent());
  }

  /**
   * One app with all workspaces, or one for each, as many as app tokens or signing secrets are set.
   * If both are, sockets are opened.
   *
   * @throws SettingsException if what is set does not go together
   */
  static List<SlackConfig.App> of(Secrets secrets) {
    List<String> bots = values(secrets, secrets.find(BOTS).isPresent() ? BOTS : BOT);
    List<String> tokens = values(secrets, APP);
    List<String> signing = tokens.isEmpty() ? values(secrets, SIGNING) : List.of();
    check(bots, tokens, signing);
    return tokens.isEmpty()
        ? apps(bots, signing)
            .map(each -> app(each, Optional.empty(), Optional.of(each.key())))
            .toList()
        : apps(bots, tokens)
            .map(each -> app(each, Optional.of(each.key()), Optional.empty()))
            .toList();
  }

  private static List<String> values(Secrets secrets, String name) {
    return secrets.find(name).map(Secret::value).stream()
        .flatMap(all -> Stream.of(all.strip().split(LISTED, -1)))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static void check(List<String> bots, List<String> tokens, List<String> signing) {
    List<String> wrong = new ArrayList<>();
    if (!bots.stream().allMatch(token -> token.startsWith("xoxb-"))) {
      wrong.add(
          BOT + ": a bot token begins with xoxb-; it is on the app's page OAuth & Permissions");
    }
    if (!tokens.stream().allMatch(token -> token.startsWith("xapp-"))) {
      wrong.add(
          APP + ": an app token begins with xapp-; it is on the app's page Basic Information");
    }
    List<String> keys = tokens.isEmpty() ? signing : tokens;
    if (keys.isEmpty()) {
      wrong.add(
          BOT
              + ": needs "
              + APP
              + " (Socket Mode) or "
              + SIGNING
              + " (requests by HTTP) beside it");
    } else if (keys.size() != 1 && keys.size() != bots.size()) {
      wrong.add(
          "%s: %d values for %d bot tokens; give one for all, or one for each in the same order"
              .formatted(tokens.isEmpty() ? SIGNING : APP, keys.size(), bots.size()));
    }
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
  }

  /** What belongs to one app. */
  private record Set(List<String> bots, String key) {}

  private static Stream<Set> apps(List<String> bots, List<String> keys) {
    return keys.size() == 1
        ? Stream.of(new Set(bots, keys.get(0)))
        : IntStream.range(0, bots.size()).mapToObj(i -> new Set(List.of(bots.get(i)), keys.get(i)));
  }

  private static SlackConfig.App app(Set set, Optional<String> token, Optional<String> signing) {
    return new SlackConfig.App(set.bots(), token, signing);
  }
}
