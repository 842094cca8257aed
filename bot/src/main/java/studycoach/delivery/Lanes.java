package studycoach.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;
import studycoach.chat.UserRef;

/** Rows of {@code post_lane}: the places where posts go, one after the other. */
final class Lanes {
  private static final int KNOWN = 20_000;

  private final Jdbi jdbi;
  private final Cache<Long, Destination> known = Caffeine.newBuilder().maximumSize(KNOWN).build();

  Lanes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The lane that leads to a place. */
  long of(Destination to) {
    return jdbi.inTransaction(
        handle -> {
          LaneKey key = LaneKey.of(to);
          handle
              .createUpdate(
                  "INSERT INTO post_lane (platform, workspace, target, direct)"
                      + " VALUES (:platform, :workspace, :target, :direct) ON CONFLICT DO NOTHING")
              .bindMethods(key)
              .execute();
          return handle
              .createQuery(
                  "SELECT id FROM post_lane WHERE platform = :platform AND workspace = :workspace"
                      + " AND target = :target AND direct = :direct")
              .bindMethods(key)
              .mapTo(Long.class)
              .one();
        });
  }

  /** What tells one place from all others. */
  public record LaneKey(String platform, String workspace, String target, boolean direct) {
    static LaneKey of(Destination to) {
      if (to instanceof Destination.Direct direct) {
        UserRef user = direct.user();
        return new LaneKey(user.platform(), user.workspace(), user.id(), true);
      }
      if (to instanceof Destination.Thread thread) {
        throw new IllegalArgumentException("no lane of its own: " + thread);
      }
      ChannelRef channel = ((Destination.Channel) to).channel();
      return new LaneKey(channel.platform(), channel.workspace(), channel.id(), false);
    }
  }

  /** Where a lane leads, which never changes. */
  Destination destination(long lane) {
    return known.get(lane, this::read);
  }

  private Destination read(long lane) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM post_lane WHERE id = :lane")
                .bind("lane", lane)
                .map((row, context) -> destination(row))
                .one());
  }

  static Destination destination(ResultSet row) throws SQLException {
    String platform = row.getString("platform");
    String workspace = row.getString("workspace");
    String target = row.getString("target");
    return row.getBoolean("direct")
        ? new Destination.Direct(new UserRef(platform, workspace, target))
        : new Destination.Channel(new ChannelRef(platform, workspace, target));
  }
}
