package studycoach.study;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Questions that are kept back from practice and live quizzes: what the groups' next drops ask
 * ({@code daily_plan}), what is open in one now, and what is held.
 */
public final class KeptBack {
  private static final String GROUPS =
      " (SELECT group_id FROM member WHERE learner_id = :learner AND left_at IS NULL"
          + " UNION SELECT id FROM study_group WHERE id = :group)";

  private static final long NOBODY = 0;

  private final Jdbi jdbi;

  public KeptBack(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The ids of those of a group. */
  public Set<String> of(long group) {
    return of(group, NOBODY);
  }

  /** The ids of those of a group and of all groups that a learner is a member of. */
  public Set<String> of(long group, long learner) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT p.question_id FROM daily_plan p JOIN study_group g"
                            + " ON g.id = p.group_id AND g.exam = p.exam WHERE g.id IN"
                            + GROUPS
                            + " UNION SELECT q.question_id FROM drop_question q JOIN group_drop d"
                            + " ON d.id = q.drop_id WHERE d.state = 'open' AND d.group_id IN"
                            + GROUPS
                            + " UNION SELECT question_id FROM held_question WHERE group_id IN"
                            + GROUPS)
                    .bind("group", group)
                    .bind("learner", learner)
                    .mapTo(String.class)
                    .list()));
  }
}
