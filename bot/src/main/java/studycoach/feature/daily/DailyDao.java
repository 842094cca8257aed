package studycoach.feature.daily;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Columns;
import studycoach.study.draw.Quota;

/** Rows of {@code daily_credit} and {@code daily_copy}. */
final class DailyDao {
  private final Jdbi jdbi;

  DailyDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Quota quota(long group) {
    return jdbi.withHandle(
        handle ->
            new Quota(
                handle
                    .createQuery("SELECT domain, credit FROM daily_credit WHERE group_id = :group")
                    .bind("group", group)
                    .reduceRows(
                        new HashMap<String, Double>(),
                        (credits, row) -> {
                          credits.put(
                              row.getColumn("domain", String.class),
                              row.getColumn("credit", Double.class));
                          return credits;
                        })));
  }

  void save(long group, Quota quota) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM daily_credit WHERE group_id = :group")
              .bind("group", group)
              .execute();
          for (Map.Entry<String, Double> credit : quota.credits().entrySet()) {
            handle
                .createUpdate(
                    "INSERT INTO daily_credit (group_id, domain, credit)"
                        + " VALUES (:group, :domain, :credit)")
                .bind("group", group)
                .bind("domain", credit.getKey())
                .bind("credit", credit.getValue())
                .execute();
          }
        });
  }

  /**
   * The order of the private copy that was drawn for an account, and in which what it answers there
   * is read: linked accounts have an order each.
   *
   * @param home of the account
   * @param fresh taken if they have no copy yet
   */
  List<Integer> copy(long home, long question, List<Integer> fresh) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO daily_copy (learner_id, drop_question_id, permutation)"
                      + " VALUES (:learner, :question, :permutation) ON CONFLICT DO NOTHING")
              .bind("learner", home)
              .bind("question", question)
              .bind("permutation", Columns.write(fresh))
              .execute();
          return handle
              .createQuery(
                  "SELECT permutation FROM daily_copy WHERE learner_id = :learner"
                      + " AND drop_question_id = :question")
              .bind("learner", home)
              .bind("question", question)
              .map((row, context) -> Columns.read(row.getString("permutation")))
              .one();
        });
  }
}
