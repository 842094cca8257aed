package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import studycoach.traffic.Traffic;

/** The channels of direct messages with people. Thread-safe. */
final class Directs {
  private static final int MOST = 100_000;

  private final Calls calls;
  private final Cache<String, String> known;

  Directs(Calls calls, Traffic traffic) {
    this.calls = calls;
    this.known =
        Caffeine.newBuilder().maximumSize(MOST).recordStats(() -> traffic.cache("directs")).build();
  }

  /** Whether a channel, by its id, is one of direct messages. */
  static boolean isOne(String channel) {
    return channel.startsWith("D");
  }

  /** The channel with somebody, {@code D…}, which is opened if there is none. */
  String with(String user) throws Calls.RefusedException, Calls.TooSoonException {
    String channel = known.getIfPresent(user);
    if (channel == null) {
      channel =
          calls
              .call(
                  "conversations.open",
                  client -> client.conversationsOpen(r -> r.users(List.of(user))))
              .getChannel()
              .getId();
      known.put(user, channel);
    }
    return channel;
  }
}
