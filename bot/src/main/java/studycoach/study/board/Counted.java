package studycoach.study.board;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * An attempt while it is added to the tallies.
 *
 * @param worth points, if it is right
 */
record Counted(
    long id,
    long learner,
    long group,
    long drop,
    String question,
    String domain,
    boolean correct,
    int worth,
    int rule) {
  private static final String ALL_DOMAINS = "";

  static Counted find(Handle handle, long attempt) {
    return handle
        .createQuery(
            "SELECT a.id, a.learner_id, a.group_id, a.drop_id, a.question_id, q.domain, a.correct,"
                + " q.worth, q.worth_rule FROM attempt a"
                + " JOIN drop_question q ON q.id = a.drop_question_id WHERE a.id = :attempt")
        .bind("attempt", attempt)
        .map(
            (row, context) ->
                new Counted(
                    row.getLong("id"),
                    row.getLong("learner_id"),
                    row.getLong("group_id"),
                    row.getLong("drop_id"),
                    row.getString("question_id"),
                    row.getString("domain"),
                    row.getBoolean("correct"),
                    row.getInt("worth"),
                    row.getInt("worth_rule")))
        .one();
  }

  /**
   * So that two answers of one person are added one after the other, and can't block each other.
   */
  void lockMember(Handle handle) {
    handle
        .createQuery(
            "SELECT learner_id FROM member WHERE group_id = :group AND learner_id = :learner"
                + " FOR UPDATE")
        .bind("group", group)
        .bind("learner", learner)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Gives the points; false if it is wrong or worth nothing, or the question has given this learner
   * points.
   */
  boolean grant(Handle handle) {
    return correct
        && worth > 0
        && handle
                .createUpdate(
                    "INSERT INTO point_grant (learner_id, question_id, attempt_id, points, rule)"
                        + " VALUES (:learner, :question, :attempt, :points, :rule)"
                        + " ON CONFLICT DO NOTHING")
                .bind("learner", learner)
                .bind("question", question)
                .bind("attempt", id)
                .bind("points", worth)
                .bind("rule", rule)
                .execute()
            == 1;
  }

  /** Makes sure that there are rows to add to. */
  void openTallies(Handle handle) {
    for (String name : List.of(ALL_DOMAINS, domain)) {
      bind(
              handle.createUpdate(
                  "INSERT INTO board_tally (group_id, period, domain, learner_id, points, correct,"
                      + " answered) SELECT :group, period, :domain, :learner, 0, 0, 0"
                      + " FROM drop_period WHERE drop_id = :drop ON CONFLICT DO NOTHING"),
              name)
          .execute();
    }
  }

  void add(Handle handle, int points) {
    for (String name : List.of(ALL_DOMAINS, domain)) {
      bind(
              handle.createUpdate(
                  "UPDATE board_tally SET points = points + :points, correct = correct + :correct,"
                      + " answered = answered + 1 WHERE group_id = :group AND domain = :domain"
                      + " AND learner_id = :learner"
                      + " AND period IN (SELECT period FROM drop_period WHERE drop_id = :drop)"),
              name)
          .bind("points", points)
          .bind("correct", correct ? 1 : 0)
          .execute();
    }
  }

  private Update bind(Update update, String domainName) {
    return update
        .bind("group", group)
        .bind("domain", domainName)
        .bind("learner", learner)
        .bind("drop", drop);
  }
}
