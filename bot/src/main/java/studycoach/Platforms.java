package studycoach;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.platform.discord.DiscordAdapter;
import studycoach.platform.discord.DiscordConfig;

/** The platforms whose tokens are set. */
final class Platforms {
  static final String NONE =
      "No chat platform is connected. Set DISCORD_TOKEN (or DISCORD_TOKEN_FILE, the path of a file"
          + " that holds it); the README says how to get one. To try without: coach room";

  private Platforms() {}

  /** Adapters that have not started. */
  static List<ChatAdapter> of(Settings settings, Secrets secrets, Clock clock) {
    List<ChatAdapter> adapters = new ArrayList<>();
    secrets
        .find("DISCORD_TOKEN")
        .map(
            token ->
                new DiscordConfig(
                    token.value(), settings.discord().api(), shards(settings), settings.command()))
        .map(config -> new DiscordAdapter(config, clock))
        .ifPresent(adapters::add);
    return adapters;
  }

  private static OptionalInt shards(Settings settings) {
    int shards = settings.discord().shards();
    return shards == 0 ? OptionalInt.empty() : OptionalInt.of(shards);
  }

  static String names(List<ChatAdapter> adapters) {
    return adapters.stream().map(ChatAdapter::platform).collect(Collectors.joining(" and "));
  }
}
