package studycoach.feature.daily;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Group;

/** Rows of {@code daily_plan}, of the exam that the group studies for now. */
final class PlanDao {
  private final Jdbi jdbi;

  PlanDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps others from drawing for the group until the transaction ends. */
  void lock(Group group) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM study_group WHERE id = :group FOR UPDATE")
                .bind("group", group.id())
                .mapTo(Long.class)
                .one());
  }

  /** What was drawn ahead, in the order in which it comes. */
  List<Kept> of(Group group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT question_id, domain FROM daily_plan"
                        + " WHERE group_id = :group AND exam = :exam ORDER BY place")
                .bind("group", group.id())
                .bind("exam", group.settings().exam())
                .map(
                    (row, context) ->
                        new Kept(row.getString("question_id"), row.getString("domain")))
                .list());
  }

  void save(Group group, List<Kept> kept) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM daily_plan WHERE group_id = :group AND exam = :exam")
              .bind("group", group.id())
              .bind("exam", group.settings().exam())
              .execute();
          for (int place = 1; place <= kept.size(); place++) {
            handle
                .createUpdate(
                    "INSERT INTO daily_plan (group_id, exam, place, question_id, domain)"
                        + " VALUES (:group, :exam, :place, :question, :domain)")
                .bind("group", group.id())
                .bind("exam", group.settings().exam())
                .bind("place", place)
                .bind("question", kept.get(place - 1).question())
                .bind("domain", kept.get(place - 1).domain())
                .execute();
          }
        });
  }
}
