package studycoach.platform.discord;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach Discord.
 *
 * @param token the bot's secret
 * @param apiUrl another server in place of Discord's own; ends in {@code /api/v10/}
 * @param shards those that this process has; all that Discord recommends if empty
 * @param processes among how many processes Discord's pace is divided, from 1
 * @param command the word after the slash
 */
public record DiscordConfig(
    String token, Optional<URI> apiUrl, Optional<Shards> shards, int processes, String command) {

  /** Without the token, which must not get into a log. */
  @Override
  public String toString() {
    return "DiscordConfig[apiUrl=" + apiUrl + ", shards=" + shards + ", command=" + command + "]";
  }
}
