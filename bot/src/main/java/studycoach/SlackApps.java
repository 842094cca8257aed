package studycoach;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.config.Secret;
import studycoach.config.Secrets;
import studycoach.platform.slack.SlackConfig;

/** The apps of Slack whose tokens are set. */
final class SlackApps {
  private static final String BOT = "SLACK_BOT_TOKEN";
  private static final String BOTS = "SLACK_BOT_TOKENS";
  private static final String APP = "SLACK_APP_TOKEN";
  private static final String SIGNING = "SLACK_SIGNING_SECRET";
  private static final String LISTED = "[,\\s]+";

  /** All that there may be. */
  static final List<String> NAMES = List.of(BOT, BOTS, APP, SIGNING);

  private SlackApps() {}

  static boolean isAnySet(Secrets secrets) {
    return NAMES.stream().anyMatch(secrets::isSet);
  }

  /**
   * One app with all workspaces, or one for each, as many as app tokens or signing secrets are set.
   * If both are, sockets are opened.
   *
   * @param wrong where a line is added for each that can't be used or does not go with the others;
   *     what is returned is of no use then
   */
  static List<SlackConfig.App> of(Secrets secrets, List<String> wrong) {
    int before = wrong.size();
    String botsName = secrets.isSet(BOTS) ? BOTS : BOT;
    List<String> bots = values(secrets, botsName, wrong);
    List<String> tokens = values(secrets, APP, wrong);
    List<String> signing = secrets.isSet(APP) ? List.of() : values(secrets, SIGNING, wrong);
    if (wrong.size() == before) {
      check(botsName, bots, tokens, signing, wrong);
    }
    if (wrong.size() > before) {
      return List.of();
    }
    return tokens.isEmpty()
        ? apps(bots, signing)
            .map(each -> app(each, Optional.empty(), Optional.of(each.key())))
            .toList()
        : apps(bots, tokens)
            .map(each -> app(each, Optional.of(each.key()), Optional.empty()))
            .toList();
  }

  private static List<String> values(Secrets secrets, String name, List<String> wrong) {
    return secrets.find(name, wrong).map(Secret::value).stream()
        .flatMap(all -> Stream.of(all.strip().split(LISTED, -1)))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static void check(
      String botsName,
      List<String> bots,
      List<String> tokens,
      List<String> signing,
      List<String> wrong) {
    if (bots.isEmpty() || !bots.stream().allMatch(token -> token.startsWith("xoxb-"))) {
      wrong.add(
          botsName
              + ": a bot token begins with xoxb-, e.g. xoxb-17653672481-cJ0kD3; it is on the app's"
              + " page OAuth & Permissions");
    }
    if (!tokens.stream().allMatch(token -> token.startsWith("xapp-"))) {
      wrong.add(
          APP
              + ": an app token begins with xapp-, e.g. xapp-1-A0B1-6a2c; it is on the app's page"
              + " Basic Information");
    }
    List<String> keys = tokens.isEmpty() ? signing : tokens;
    if (keys.isEmpty()) {
      wrong.add(
          botsName
              + ": needs "
              + APP
              + " (Socket Mode, e.g. xapp-1-A0B1-6a2c) or "
              + SIGNING
              + " (requests by HTTP, e.g. 8f742231b10e) beside it");
    } else if (keys.size() != 1 && keys.size() != bots.size()) {
      wrong.add(
          "%s: %d values for %d bot tokens; give one for all, or one for each in the same order"
              .formatted(tokens.isEmpty() ? SIGNING : APP, keys.size(), bots.size()));
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
