package studycoach.study;

import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code drop_unseen}: drops that we failed to post on some platforms only. */
public final class UnseenDrops {
  private final Jdbi jdbi;

  UnseenDrops(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Notes that nobody could see a drop in its group's channels of these platforms. */
  public void add(long drop, Collection<String> platforms) {
    jdbi.useHandle(
        handle ->
            platforms.forEach(
                platform ->
                    handle
                        .createUpdate(
                            "INSERT INTO drop_unseen (drop_id, platform)"
                                + " VALUES (:drop, :platform) ON CONFLICT DO NOTHING")
                        .bind("drop", drop)
                        .bind("platform", platform)
                        .execute()));
  }

  /** The drops of a group that stood on none of the platforms where a learner is. */
  public Set<Long> of(long group, long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT d.id FROM group_drop d WHERE d.group_id = :group"
                        + " AND NOT EXISTS (SELECT 1 FROM account a WHERE a.learner_id = :learner"
                        + " AND NOT EXISTS (SELECT 1 FROM drop_unseen u WHERE u.drop_id = d.id"
                        + " AND u.platform = a.platform))")
                .bind("group", group)
                .bind("learner", learner)
                .mapTo(Long.class)
                .set());
  }
}
