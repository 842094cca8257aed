package studycoach.study;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code member}: who has answered in a group once and has not left since. */
public final class Members {
  private final Jdbi jdbi;

  public Members(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Joins, or comes back. */
  public void join(long group, long learner, Instant at) {
    jdbi.useHandle(
        handle -> {
          int added =
              handle
                  .createUpdate(
                      "INSERT INTO member (group_id, learner_id, joined_at)"
                          + " VALUES (:group, :learner, :at) ON CONFLICT DO NOTHING")
                  .bind("group", group)
                  .bind("learner", learner)
                  .bind("at", at)
                  .execute();
          if (added == 0) {
            handle
                .createUpdate(
                    "UPDATE member SET left_at = NULL WHERE group_id = :group"
                        + " AND learner_id = :learner AND left_at IS NOT NULL")
                .bind("group", group)
                .bind("learner", learner)
                .execute();
          }
        });
  }

  /**
   * Leaves.
   *
   * @return false if they were no member
   */
  public boolean leave(long group, long learner, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE member SET left_at = :at WHERE group_id = :group"
                            + " AND learner_id = :learner AND left_at IS NULL")
                    .bind("at", at)
                    .bind("group", group)
                    .bind("learner", learner)
                    .execute())
        == 1;
  }

  /** Whether somebody is a member now. */
  public boolean contains(long group, long learner) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM member WHERE group_id = :group"
                            + " AND learner_id = :learner AND left_at IS NULL")
                    .bind("group", group)
                    .bind("learner", learner)
                    .mapTo(Integer.class)
                    .one())
        == 1;
  }

  /** The members, by when they first joined. */
  public List<Long> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id FROM member WHERE group_id = :group AND left_at IS NULL"
                        + " ORDER BY joined_at, learner_id")
                .bind("group", group)
                .mapTo(Long.class)
                .list());
  }
}
