package studycoach;

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

/** The platforms whose tokens are set. */
final class Platforms {
  static final String NONE =
      "No chat platform is connected. Set DISCORD_TOKEN (or DISCORD_TOKEN_FILE, the path of a file"
          + " that holds it); the README says how to get one. To try without: coach room";

  private static final String DISCORD = "DISCORD_TOKEN";

  private Platforms() {}

  static boolean isAnySet(Secrets secrets) {
    return secrets.find(DISCORD).isPresent();
  }

  /**
   * Adapters that have not started.
   *
   * @param lost told the reason if a platform turns the bot away for good
   */
  static List<ChatAdapter> of(Settings settings, Secrets secrets, Consumer<String> lost) {
    List<ChatAdapter> adapters = new ArrayList<>();
    secrets
        .find(DISCORD)
        .map(
            token ->
                new DiscordConfig(
                    token.value(), settings.discord().api(), shards(settings), settings.command()))
        .map(config -> new DiscordAdapter(config, lost))
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
