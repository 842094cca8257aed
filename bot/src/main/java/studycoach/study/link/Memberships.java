package studycoach.study.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Who is a member where: rows of {@code member}, and of {@code aside_member} as they were. */
final class Memberships {
  private Memberships() {}

  /** The groups of both, in the order in which they are locked. */
  static List<Long> groups(Handle handle, Link link) {
    return handle
        .createQuery(
            "SELECT DISTINCT group_id FROM member WHERE learner_id IN (<learners>)"
                + " ORDER BY group_id")
        .bindList("learners", link.learners())
        .mapTo(Long.class)
        .list();
  }

  /** Wherever one of them is a member, the person is, since the first of them joined. */
  static void join(Handle handle, Link link) {
    Accounts.execute(
        handle,
        link,
        "INSERT INTO aside_member (link_id, group_id, learner_id, joined_at, left_at)"
            + " SELECT :id, group_id, learner_id, joined_at, left_at FROM member"
            + " WHERE learner_id IN (:kept, :merged)",
        "DELETE FROM member WHERE learner_id IN (:kept, :merged)",
        "INSERT INTO member (group_id, learner_id, joined_at, left_at)"
            + " SELECT group_id, :kept, MIN(joined_at),"
            + " CASE WHEN COUNT(left_at) = COUNT(*) THEN MAX(left_at) END"
            + " FROM aside_member WHERE link_id = :id GROUP BY group_id");
  }

  /** All is as it was, but for where the person has left or answered since. */
  static void part(Handle handle, Link link) {
    Map<Long, Membership> now = now(handle, link);
    Map<Long, Membership> ofKept = parted(handle, link, link.kept(), now);
    Map<Long, Membership> ofMerged = parted(handle, link, link.merged(), now);
    now.forEach(
        (group, membership) -> {
          if (!ofMerged.containsKey(group)) {
            ofKept.putIfAbsent(group, membership); // joined since, without an answer
          }
        });
    Accounts.execute(
        handle,
        link,
        "DELETE FROM member WHERE learner_id = :kept",
        "DELETE FROM aside_member WHERE link_id = :id");
    ofKept.forEach((group, membership) -> add(handle, group, link.kept(), membership));
    ofMerged.forEach((group, membership) -> add(handle, group, link.merged(), membership));
  }

  private record Membership(Instant joined, @Nullable Instant left) {}

  private static Map<Long, Membership> parted(
      Handle handle, Link link, long learner, Map<Long, Membership> now) {
    Map<Long, Membership> before = before(handle, link, learner);
    Map<Long, Answered> answered = answered(handle, learner);
    Set<Long> groups = new HashSet<>(before.keySet());
    groups.addAll(answered.keySet());
    Map<Long, Membership> parted = new HashMap<>();
    for (long group : groups) {
      Optional<Membership> was = Optional.ofNullable(before.get(group));
      Optional<Answered> given = Optional.ofNullable(answered.get(group));
      boolean cameBack = given.filter(some -> some.last().isAfter(link.at())).isPresent();
      boolean hadLeft = was.filter(old -> old.left() != null).isPresent();
      Membership person = now.get(group);
      parted.put(
          group,
          new Membership(
              was.map(Membership::joined).or(() -> given.map(Answered::first)).orElseThrow(),
              hadLeft && !cameBack ? was.get().left() : person == null ? null : person.left()));
    }
    return parted;
  }

  private static Map<Long, Membership> now(Handle handle, Link link) {
    return read(
        handle
            .createQuery(
                "SELECT group_id, joined_at, left_at FROM member WHERE learner_id = :learner")
            .bind("learner", link.kept()));
  }

  private static Map<Long, Membership> before(Handle handle, Link link, long learner) {
    return read(
        handle
            .createQuery(
                "SELECT group_id, joined_at, left_at FROM aside_member"
                    + " WHERE link_id = :link AND learner_id = :learner")
            .bind("link", link.id())
            .bind("learner", learner));
  }

  private static Map<Long, Membership> read(Query query) {
    return query.reduceRows(
        new HashMap<Long, Membership>(),
        (memberships, row) -> {
          memberships.put(
              row.getColumn("group_id", Long.class),
              new Membership(
                  row.getColumn("joined_at", Instant.class),
                  row.getColumn("left_at", Instant.class)));
          return memberships;
        });
  }

  /** When a learner has answered in a group, finally or under seal. */
  private record Answered(Instant first, Instant last) {}

  private static Map<Long, Answered> answered(Handle handle, long learner) {
    return handle
        .createQuery(
            "SELECT group_id, MIN(answered_at) AS first_at, MAX(answered_at) AS last_at FROM"
                + " (SELECT group_id, answered_at FROM attempt WHERE learner_id = :learner"
                + " UNION ALL SELECT q.group_id, s.chosen_at FROM sealed_choice s"
                + " JOIN drop_question q ON q.id = s.drop_question_id"
                + " WHERE s.learner_id = :learner) given GROUP BY group_id")
        .bind("learner", learner)
        .reduceRows(
            new HashMap<Long, Answered>(),
            (groups, row) -> {
              groups.put(
                  row.getColumn("group_id", Long.class),
                  new Answered(
                      row.getColumn("first_at", Instant.class),
                      row.getColumn("last_at", Instant.class)));
              return groups;
            });
  }

  private static void add(Handle handle, long group, long learner, Membership membership) {
    handle
        .createUpdate(
            "INSERT INTO member (group_id, learner_id, joined_at, left_at)"
                + " VALUES (:group, :learner, :joined, :left)")
        .bind("group", group)
        .bind("learner", learner)
        .bind("joined", membership.joined())
        .bindByType("left", membership.left(), Instant.class)
        .execute();
  }
}
