package studycoach;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.platform.discord.DiscordAdapter;
import studycoach.platform.discord.DiscordConfig;
import studycoach.platform.slack.SlackAdapter;
import studycoach.platform.slack.SlackConfig;

/** The platforms whose tokens are set. */
final class Platforms {
  static final String NONE =
      "No chat platform is connected. Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN"
          + " (or …_FILE, the path of a file that holds it); the README says how to get them. To"
          + " try without: coach room";

  private static final String DISCORD = "DISCORD_TOKEN";

  private Platforms() {}

  static boolean isAnySet(Secrets secrets) {
    return secrets.find(DISCORD).isPresent() || SlackApps.isAnySet(secrets);
  }

  /**
   * Adapters that have not started.
   *
   * @param lost told the reason if a platform turns the bot away for good
   * @param registry of what is measured
   */
  static List<ChatAdapter> of(
      Settings settings, Secrets secrets, Consumer<String> lost, MeterRegistry registry) {
    List<ChatAdapter> adapters = new ArrayList<>();
    secrets
        .find(DISCORD)
        .map(token -> new DiscordAdapter(discord(settings, token.value()), lost, registry))
        .ifPresent(adapters::add);
    if (SlackApps.isAnySet(secrets)) {
      adapters.add(new SlackAdapter(slack(settings, secrets), lost, Main.clock(), registry));
    }
    return adapters;
  }

  private static DiscordConfig discord(Settings settings, String token) {
    int shards = settings.discord().shards();
    return new DiscordConfig(
        token,
        settings.discord().api(),
        shards == 0 ? OptionalInt.empty() : OptionalInt.of(shards),
        settings.command());
  }

  private static SlackConfig slack(Settings settings, Secrets secrets) {
    return new SlackConfig(
        SlackApps.of(secrets),
        settings.slack().api(),
        settings.command(),
        settings.slack().host(),
        settings.slack().port());
  }

  static String names(List<ChatAdapter> adapters) {
    return adapters.stream().map(ChatAdapter::platform).collect(Collectors.joining(" and "));
  }
}
