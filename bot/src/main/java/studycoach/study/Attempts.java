package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.draw.Accuracy;

/**
 * The log of what was answered, rows of {@code attempt}: only ever added to, by {@link Answers}.
 * Where it says so, answers that are still under seal are looked at, too.
 */
public final class Attempts {
  private final Jdbi jdbi;

  public Attempts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A learner's answer to a question of a drop, final or under seal. */
  public Optional<Attempt> of(long learner, long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id, picks, correct, answered_at FROM attempt"
                        + " WHERE learner_id = :learner AND drop_question_id = :question"
                        + " UNION ALL SELECT learner_id, picks, correct, chosen_at"
                        + " FROM sealed_choice"
                        + " WHERE learner_id = :learner AND drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", question)
                .map((row, context) -> attempt(row))
                .findFirst());
  }

  /**
   * Whether a question of a drop was answered for good, perhaps before the group's answers were put
   * under seal.
   */
  public boolean isFinal(long learner, long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM attempt"
                        + " WHERE learner_id = :learner AND drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", question)
                .mapTo(Integer.class)
                .map(count -> count > 0)
                .one());
  }

  /** All final answers to a question of a drop, the earliest first. */
  public List<Attempt> of(long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id, picks, correct, answered_at FROM attempt"
                        + " WHERE drop_question_id = :question ORDER BY answered_at, id")
                .bind("question", question)
                .map((row, context) -> attempt(row))
                .list());
  }

  /** How many people have answered a question of a drop, finally or under seal. */
  public int count(long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT (SELECT COUNT(*) FROM attempt WHERE drop_question_id = :question)"
                        + " + (SELECT COUNT(*) FROM sealed_choice"
                        + " WHERE drop_question_id = :question)")
                .bind("question", question)
                .mapTo(Integer.class)
                .one());
  }

  /** The drops of a group of which a learner has answered at least one question. */
  public Set<Long> dropsAnswered(long group, long learner) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT drop_id FROM attempt WHERE group_id = :group"
                            + " AND learner_id = :learner"
                            + " UNION SELECT q.drop_id FROM sealed_choice s"
                            + " JOIN drop_question q ON q.id = s.drop_question_id"
                            + " WHERE q.group_id = :group AND s.learner_id = :learner")
                    .bind("group", group)
                    .bind("learner", learner)
                    .mapTo(Long.class)
                    .list()));
  }

  /** How a group has answered, by the domain's id. */
  public Map<String, Accuracy> accuracy(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT q.domain, COUNT(*) FILTER (WHERE a.correct) AS correct,"
                        + " COUNT(*) AS answered FROM attempt a"
                        + " JOIN drop_question q ON q.id = a.drop_question_id"
                        + " WHERE a.group_id = :group GROUP BY q.domain")
                .bind("group", group)
                .reduceRows(
                    new HashMap<String, Accuracy>(),
                    (domains, row) -> {
                      domains.put(
                          row.getColumn("domain", String.class),
                          new Accuracy(
                              row.getColumn("correct", Long.class),
                              row.getColumn("answered", Long.class)));
                      return domains;
                    }));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("learner_id"),
        new Answer(Columns.read(row.getString("picks"))),
        row.getBoolean("correct"),
        Moments.read(row, "answered_at"));
  }
}
