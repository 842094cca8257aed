package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import com.slack.api.model.User;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studycoach.chat.ChatException;
import studycoach.chat.UserError;
import studycoach.traffic.Traffic;

/** What a workspace tells about people: how they are called, and what they manage. Thread-safe. */
final class People {
  private static final Duration NAME = Duration.ofHours(12);
  private static final Duration RANK = Duration.ofMinutes(5);
  private static final int MOST = 100_000;

  /**
   * How often names are asked for in a minute: fewer than Slack allows, since ranks matter more.
   */
  private static final int NAMES_PER_MINUTE = 60;

  private final Calls calls;
  private final Cache<String, String> names;
  private final Cache<String, Boolean> admins;
  private final Cache<String, String> creators;
  private final Bucket asking =
      Bucket.builder()
          .addLimit(
              limit ->
                  limit
                      .capacity(NAMES_PER_MINUTE)
                      .refillGreedy(NAMES_PER_MINUTE, Duration.ofMinutes(1)))
          .build();

  People(Calls calls, Traffic traffic) {
    this.calls = calls;
    this.names = cache(NAME, () -> traffic.cache("names"));
    this.admins = cache(RANK, () -> traffic.cache("admins"));
    this.creators = cache(NAME, () -> traffic.cache("creators"));
  }

  private static <V> Cache<String, V> cache(Duration age, Supplier<StatsCounter> stats) {
    return Caffeine.newBuilder().expireAfterWrite(age).maximumSize(MOST).recordStats(stats).build();
  }

  /**
   * The name that people see.
   *
   * @param otherwise if it can't be asked for now
   */
  String name(String user, String otherwise) {
    String known = names.getIfPresent(user);
    if (known == null && asking.tryConsume(1)) {
      try {
        known = ask(user);
      } catch (Calls.RefusedException | Calls.TooSoonException | RuntimeException e) {
        return otherwise;
      }
    }
    return known == null ? otherwise : known;
  }

  /** Asks, and keeps what was told. */
  private String ask(String user) throws Calls.RefusedException, Calls.TooSoonException {
    User told = calls.call("users.info", client -> client.usersInfo(r -> r.user(user))).getUser();
    String name =
        Stream.of(told.getProfile().getDisplayName(), told.getRealName(), told.getName())
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(user);
    names.put(user, name);
    admins.put(user, told.isAdmin() || told.isOwner() || told.isPrimaryOwner());
    return name;
  }

  /**
   * Whether somebody manages the workspace, or has made the channel.
   *
   * @throws UserError if Slack can't tell now
   */
  boolean manages(String user, String channel) {
    try {
      if (admins.getIfPresent(user) == null) {
        ask(user);
      }
      return Boolean.TRUE.equals(admins.getIfPresent(user)) || creator(channel).equals(user);
    } catch (Calls.RefusedException e) {
      throw new UserError("I can't find out who manages this place: " + e.reason() + ".");
    } catch (Calls.TooSoonException | ChatException e) {
      throw new UserError(
          "Slack can't tell me now who manages this place. Nothing was changed: please try again"
              + " in a minute.");
    }
  }

  private String creator(String channel) throws Calls.RefusedException, Calls.TooSoonException {
    String known = creators.getIfPresent(channel);
    if (known == null) {
      var info =
          calls.call("conversations.info", c -> c.conversationsInfo(r -> r.channel(channel)));
      known = String.valueOf(info.getChannel().getCreator());
      creators.put(channel, known);
    }
    return known;
  }
}
