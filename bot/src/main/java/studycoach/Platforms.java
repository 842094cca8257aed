package studycoach;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studycoach.chat.ChatAdapter;
import studycoach.config.Settings;
import studycoach.platform.discord.DiscordAdapter;
import studycoach.platform.discord.DiscordConfig;
import studycoach.platform.discord.Shards;
import studycoach.platform.slack.SlackAdapter;
import studycoach.platform.slack.SlackConfig;

/** The platforms whose tokens are set. */
final class Platforms {
  private static final URI DISCORD = URI.create("https://discord.com/api/v10/");
  private static final URI SLACK = URI.create("https://slack.com/api/");

  private Platforms() {}

  /**
   * Adapters that have not started.
   *
   * @param lost told the reason if a platform turns the bot away for good
   * @param registry of what is measured
   */
  static List<ChatAdapter> of(Given given, Consumer<String> lost, MeterRegistry registry) {
    Settings settings = given.settings();
    List<ChatAdapter> adapters = new ArrayList<>();
    given
        .tokens()
        .discord()
        .map(token -> new DiscordAdapter(discord(settings, token.value()), lost, registry))
        .ifPresent(adapters::add);
    List<SlackConfig.App> slack = given.tokens().slack();
    if (!slack.isEmpty()) {
      adapters.add(new SlackAdapter(slack(settings, slack), lost, Main.clock(), registry));
    }
    return adapters;
  }

  private static DiscordConfig discord(Settings settings, String token) {
    Settings.Shards shards = settings.discord().shards();
    return new DiscordConfig(
        token,
        settings.discord().api(),
        shards.total() == 0
            ? Optional.empty()
            : Optional.of(new Shards(shards.total(), shards.first(), shards.last())),
        settings.processes(),
        settings.command());
  }

  private static SlackConfig slack(Settings settings, List<SlackConfig.App> apps) {
    return new SlackConfig(
        apps,
        settings.slack().api(),
        settings.command(),
        settings.slack().host(),
        settings.slack().port());
  }

  /** What answers without a token where a platform is reached. */
  static URI door(Settings settings, String platform) {
    return platform.equals("discord")
        ? settings.discord().api().orElse(DISCORD).resolve("gateway")
        : settings.slack().api().orElse(SLACK).resolve("api.test");
  }

  static String names(List<ChatAdapter> adapters) {
    return adapters.stream().map(ChatAdapter::platform).collect(Collectors.joining(" and "));
  }
}
