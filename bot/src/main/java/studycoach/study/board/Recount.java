package studycoach.study.board;

import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The log added up afresh. */
final class Recount {
  /**
   * Gives each question's points once to each of {@code <learners>}, who have none: for the answer
   * that came into the log as the first right one, of those that are worth any.
   */
  static final String GRANT =
      "INSERT INTO point_grant (learner_id, question_id, attempt_id, points, rule)"
          + " SELECT a.learner_id, a.question_id, a.id, q.worth, q.worth_rule FROM attempt a"
          + " JOIN drop_question q ON q.id = a.drop_question_id WHERE a.id IN"
          + " (SELECT MIN(f.id) FROM attempt f JOIN drop_question w ON w.id = f.drop_question_id"
          + " WHERE f.correct AND w.worth > 0 AND f.learner_id IN (<learners>)"
          + " GROUP BY f.learner_id, f.question_id)";

  private Recount() {}

  /**
   * Adds the rows of attempts to {@code board_tally}, where there are none of theirs.
   *
   * @param where a condition on the attempts {@code a}
   */
  static String add(String where) {
    return "INSERT INTO board_tally (group_id, period, domain, learner_id, points, correct, answered) "
        + sql(where);
  }

  /** Rows like those of {@code board_tally}; {@code where} may be empty. */
  private static String sql(String where) {
    return "SELECT a.group_id, p.period, d.name AS domain, a.learner_id,"
        + " COALESCE(SUM(g.points), 0) AS points,"
        + " COUNT(*) FILTER (WHERE a.correct) AS correct, COUNT(*) AS answered"
        + " FROM attempt a JOIN drop_question q ON q.id = a.drop_question_id"
        + " JOIN drop_period p ON p.drop_id = a.drop_id"
        + " JOIN (SELECT DISTINCT domain AS name FROM drop_question UNION SELECT '') d"
        + " ON d.name = '' OR d.name = q.domain"
        + " LEFT JOIN point_grant g ON g.attempt_id = a.id "
        + where
        + " GROUP BY a.group_id, p.period, d.name, a.learner_id";
  }

  /** Where the tallies differ. One statement, so that no answer comes between. */
  static Stream<String> tallies(Handle handle) {
    return handle
        .createQuery(
            "SELECT group_id, period, domain, learner_id, SUM(points) AS points,"
                + " SUM(correct) AS correct, SUM(answered) AS answered FROM ("
                + sql("")
                + " UNION ALL SELECT group_id, period, domain, learner_id, -points, -correct,"
                + " -answered FROM board_tally) both_ways"
                + " GROUP BY group_id, period, domain, learner_id"
                + " HAVING SUM(points) <> 0 OR SUM(correct) <> 0 OR SUM(answered) <> 0"
                + " OR COUNT(*) <> 2"
                + " ORDER BY group_id, period, domain, learner_id")
        .map(
            (row, context) ->
                "group %d, %s, %s, learner %d: the log has %+d points, %+d right, %+d answers"
                    .formatted(
                        row.getLong("group_id"),
                        row.getString("period"),
                        row.getString("domain").isEmpty() ? "all domains" : row.getString("domain"),
                        row.getLong("learner_id"),
                        row.getLong("points"),
                        row.getLong("correct"),
                        row.getLong("answered")))
        .list()
        .stream();
  }

  /** Points that were given wrongly, or not at all. */
  static Stream<String> grants(Handle handle) {
    return handle
        .createQuery(
            "SELECT a.learner_id, a.question_id"
                + " FROM attempt a JOIN drop_question q ON q.id = a.drop_question_id"
                + " LEFT JOIN point_grant g ON g.learner_id = a.learner_id"
                + " AND g.question_id = a.question_id"
                + " WHERE a.correct AND q.worth > 0 GROUP BY a.learner_id, a.question_id"
                + " HAVING COUNT(*) FILTER (WHERE g.attempt_id = a.id AND g.points = q.worth"
                + " AND g.rule = q.worth_rule) <> 1"
                + " UNION ALL SELECT g.learner_id, g.question_id FROM point_grant g"
                + " JOIN attempt a ON a.id = g.attempt_id"
                + " JOIN drop_question q ON q.id = a.drop_question_id"
                + " WHERE NOT a.correct OR q.worth = 0"
                + " ORDER BY 1, 2")
        .map(
            (row, context) ->
                "learner %d, question %s: points given do not fit the right answers"
                    .formatted(row.getLong("learner_id"), row.getString("question_id")))
        .list()
        .stream();
  }
}
