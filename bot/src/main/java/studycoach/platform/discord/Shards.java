package studycoach.platform.discord;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the connections that share the servers, as
 * https://discord.com/developers/docs/events/gateway#sharding divides them.
 *
 * @param total how many there are in all processes, from 1
 * @param first the first of those here, from 0
 * @param last the last of those here, below {@code total}
 */
public record Shards(int total, int first, int last) {

  /** All of them. */
  public static Shards all(int total) {
    return new Shards(total, 0, total - 1);
  }

  /** Whether other processes have the rest. */
  boolean isPart() {
    return last - first + 1 < total;
  }

  /** What those here are called among the processes. */
  List<String> names() {
    return IntStream.rangeClosed(first, last).mapToObj(this::name).toList();
  }

  /** What the one that has a server is called among the processes. */
  String nameOf(String guild) {
    return name((int) ((Long.parseUnsignedLong(guild) >>> 22) % total));
  }

  private String name(int shard) {
    return shard + "/" + total;
  }

  int count() {
    return last - first + 1;
  }
}
