package studycoach.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.MessageRef;

/** Rows of {@code post}. */
final class Posts {
  private static final int LONGEST_REASON = 300;

  private final Jdbi jdbi;

  Posts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void plan(long lane, String kind, long subject, Instant now) {
    jdbi.useTransaction(
        handle ->
            List.of(
                    "INSERT INTO post (lane_id, kind, subject, state, stale, planned_at)"
                        + " VALUES (:lane, :kind, :subject, 'planned', 0, :now)"
                        + " ON CONFLICT DO NOTHING",
                    "UPDATE post SET state = 'planned', reason = NULL, planned_at = :now"
                        + " WHERE lane_id = :lane AND kind = :kind AND subject = :subject"
                        + " AND state = 'refused'")
                .forEach(
                    sql ->
                        handle
                            .createUpdate(sql)
                            .bind("lane", lane)
                            .bind("kind", kind)
                            .bind("subject", subject)
                            .bind("now", now)
                            .execute()));
  }

  /** Plans a post in the thread of another about the same subject. */
  void planUnder(String parentKind, long lane, String kind, long subject, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO post (lane_id, kind, subject, parent_id, state, stale, planned_at)"
                        + " SELECT lane_id, :kind, subject, id, 'planned', 0, :now FROM post"
                        + " WHERE lane_id = :lane AND kind = :parentKind AND subject = :subject"
                        + " ON CONFLICT DO NOTHING")
                .bind("parentKind", parentKind)
                .bind("lane", lane)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("now", now)
                .execute());
  }

  /** Where a post stands, if it does. */
  Optional<MessageRef> ref(long id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT p.*, l.platform, l.workspace FROM post p"
                            + " JOIN post_lane l ON l.id = p.lane_id WHERE p.id = :id")
                    .bind("id", id)
                    .map((row, context) -> post(row))
                    .one())
        .ref();
  }

  /** The first post of a lane that does not stand there yet. */
  Optional<Post> next(long lane) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.*, l.platform, l.workspace FROM post p JOIN post_lane l ON l.id = p.lane_id"
                        + " WHERE p.lane_id = :lane AND p.state IN ('planned', 'sending')"
                        + " ORDER BY p.id LIMIT 1")
                .bind("lane", lane)
                .map((row, context) -> post(row))
                .findOne());
  }

  /** Posts of a lane that stand there with something out of date. */
  List<Post> stale(long lane) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.*, l.platform, l.workspace FROM post p"
                        + " JOIN post_lane l ON l.id = p.lane_id"
                        + " WHERE p.lane_id = :lane AND p.state = 'posted' AND p.stale > 0"
                        + " ORDER BY p.id")
                .bind("lane", lane)
                .map((row, context) -> post(row))
                .list());
  }

  /** Lanes with something to send. */
  List<Long> busyLanes() {
    return lanesWhere("state IN ('planned', 'sending')");
  }

  /** Lanes with something to edit. */
  List<Long> staleLanes() {
    return lanesWhere("state = 'posted' AND stale > 0");
  }

  private List<Long> lanesWhere(String condition) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT DISTINCT lane_id FROM post WHERE " + condition)
                .mapTo(Long.class)
                .list());
  }

  /** Notes how far a post is that does not stand anywhere yet. */
  void set(long id, Post.State state) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE post SET state = :state WHERE id = :id")
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("id", id)
                .execute());
  }

  /** Whether a lane has got a post since a moment that it does not show yet. */
  boolean isPlannedAfter(long lane, Instant moment) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "SELECT COUNT(*) FROM post WHERE lane_id = :lane AND state = 'planned'"
                            + " AND planned_at > :moment")
                    .bind("lane", lane)
                    .bind("moment", moment)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  void posted(long id, MessageRef ref, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE post SET state = 'posted', channel_id = :channel, message_id = :message,"
                        + " posted_at = :now WHERE id = :id")
                .bind("channel", ref.channel().id())
                .bind("message", ref.id())
                .bind("now", now)
                .bind("id", id)
                .execute());
  }

  /** Gives a post up. */
  void refused(long id, String reason) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE post SET state = 'refused', reason = :reason WHERE id = :id")
                .bind("reason", shortened(reason))
                .bind("id", id)
                .execute());
  }

  void setStale(String kind, long subject) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE post SET stale = stale + 1 WHERE kind = :kind AND subject = :subject")
                .bind("kind", kind)
                .bind("subject", subject)
                .execute());
  }

  /** Notes that a post was edited; not if it was asked for again meanwhile. */
  void edited(Post post) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE post SET stale = 0 WHERE id = :id AND stale = :stale")
                .bind("id", post.id())
                .bind("stale", post.stale())
                .execute());
  }

  List<Long> lanesOf(String kind, long subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT lane_id FROM post WHERE kind = :kind AND subject = :subject"
                        + " ORDER BY lane_id")
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(Long.class)
                .list());
  }

  /** How far the posts about a subject are, by their lanes. */
  Map<Long, Post.State> states(String kind, long subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT lane_id, state FROM post WHERE kind = :kind AND subject = :subject")
                .bind("kind", kind)
                .bind("subject", subject)
                .map((row, context) -> Map.entry(row.getLong("lane_id"), state(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Post post(ResultSet row) throws SQLException {
    ChannelRef channel =
        new ChannelRef(
            row.getString("platform"),
            row.getString("workspace"),
            Objects.toString(row.getString("channel_id"), ""));
    return new Post(
        row.getLong("id"),
        row.getString("kind"),
        row.getLong("subject"),
        state(row),
        row.getInt("stale"),
        Optional.ofNullable(row.getObject("parent_id", Long.class)),
        Optional.ofNullable(row.getString("message_id")).map(id -> new MessageRef(channel, id)));
  }

  private static Post.State state(ResultSet row) throws SQLException {
    return Post.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  /** As much of a reason as its column takes. */
  static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }
}
