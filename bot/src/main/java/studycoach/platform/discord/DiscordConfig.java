package studycoach.platform.discord;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to reach Discord.
 *
 * @param token the bot's secret
 * @param apiUrl another server in place of Discord's own; ends in {@code /api/v10/}
 * @param shards how many connections share the servers; what Discord recommends if empty
 * @param command the word after the slash
 */
public record DiscordConfig(
    String token, Optional<URI> apiUrl, OptionalInt shards, String command) {

  /** Without the token, which must not get into a log. */
  @Override
  public String toString() {
    return "DiscordConfig[apiUrl=" + apiUrl + ", shards=" + shards + ", command=" + command + "]";
  }
}
