package studycoach.feature.daily;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import studycoach.study.Group;

/**
 * Rows of {@code daily_plan}, of the exam that the group studies for now. Their places follow one
 * another, from whatever number on.
 */
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

  /**
   * Changes the plan by as few rows as can be: mostly some go at the front and some come behind.
   *
   * @param before what {@link #of} has given
   */
  void save(Group group, List<Kept> before, List<Kept> after) {
    int gone = 0;
    while (!startsWith(after, before.subList(gone, before.size()))) {
      gone++;
    }
    remove(group, gone);
    add(group, after.subList(before.size() - gone, after.size()));
  }

  private static boolean startsWith(List<Kept> list, List<Kept> start) {
    return start.size() <= list.size() && list.subList(0, start.size()).equals(start);
  }

  private void remove(Group group, int count) {
    if (count > 0) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "DELETE FROM daily_plan WHERE group_id = :group AND exam = :exam"
                          + " AND place < :count + (SELECT MIN(place) FROM daily_plan"
                          + " WHERE group_id = :group AND exam = :exam)")
                  .bind("group", group.id())
                  .bind("exam", group.settings().exam())
                  .bind("count", count)
                  .execute());
    }
  }

  private void add(Group group, List<Kept> kept) {
    if (kept.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          int place = last(handle, group);
          PreparedBatch rows =
              handle.prepareBatch(
                  "INSERT INTO daily_plan (group_id, exam, place, question_id, domain)"
                      + " VALUES (:group, :exam, :place, :question, :domain)");
          for (Kept one : kept) {
            place++;
            rows.bind("group", group.id())
                .bind("exam", group.settings().exam())
                .bind("place", place)
                .bind("question", one.question())
                .bind("domain", one.domain())
                .add();
          }
          rows.execute();
        });
  }

  private static int last(Handle handle, Group group) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(place), 0) FROM daily_plan"
                + " WHERE group_id = :group AND exam = :exam")
        .bind("group", group.id())
        .bind("exam", group.settings().exam())
        .mapTo(Integer.class)
        .one();
  }
}
