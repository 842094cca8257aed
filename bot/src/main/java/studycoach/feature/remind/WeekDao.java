package studycoach.feature.remind;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Group;
import studycoach.study.draw.Accuracy;

/** What somebody has answered in a while, of the logs of drops and of practice. */
final class WeekDao {
  private final Jdbi jdbi;

  WeekDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How a learner did in a group, by the domain's id. What was given under seal counts when its
   * window has ended, since it is in the log only then.
   *
   * @param to exclusive
   */
  Map<String, Accuracy> of(Group group, long learner, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT domain, COUNT(*) FILTER (WHERE correct) AS correct_count,"
                        + " COUNT(*) AS answered FROM ("
                        + "SELECT q.domain, a.correct,"
                        + " CASE WHEN :sealed THEN d.closes_at ELSE a.answered_at END AS told_at"
                        + " FROM attempt a JOIN drop_question q ON q.id = a.drop_question_id"
                        + " JOIN group_drop d ON d.id = a.drop_id"
                        + " WHERE a.group_id = :group AND a.learner_id = :learner"
                        + " UNION ALL SELECT q.domain, p.correct, p.answered_at AS told_at"
                        + " FROM practice_attempt p"
                        + " JOIN practice_question q ON q.id = p.practice_question_id"
                        + " JOIN practice_session s ON s.id = q.session_id"
                        + " JOIN account c ON c.home_learner_id = p.home_learner_id"
                        + " WHERE s.group_id = :group AND c.learner_id = :learner) told"
                        + " WHERE told_at >= :from AND told_at < :to GROUP BY domain")
                .bind("sealed", group.settings().sealed())
                .bind("group", group.id())
                .bind("learner", learner)
                .bind("from", from)
                .bind("to", to)
                .reduceRows(
                    new HashMap<String, Accuracy>(),
                    (domains, row) -> {
                      domains.put(
                          row.getColumn("domain", String.class),
                          new Accuracy(
                              row.getColumn("correct_count", Long.class),
                              row.getColumn("answered", Long.class)));
                      return domains;
                    }));
  }
}
