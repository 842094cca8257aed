package studycoach.feature.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code question_report}. */
final class ReportDao {
  private final Jdbi jdbi;

  ReportDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps a report; one of the same account about the same question takes the place of the first.
   *
   * @param report its id is of no account
   * @return false if it took the place of one
   */
  boolean keep(Report report, Instant now) {
    int added =
        write(
            report,
            now,
            "INSERT INTO question_report (group_id, learner_id, question_id, version, text,"
                + " reported_at) VALUES (:group, :learner, :question, :version, :text, :now)"
                + " ON CONFLICT DO NOTHING");
    if (added == 0) {
      write(
          report,
          now,
          "UPDATE question_report SET version = :version, text = :text, reported_at = :now,"
              + " dismissed_by = NULL WHERE group_id = :group AND learner_id = :learner"
              + " AND question_id = :question");
    }
    return added == 1;
  }

  private int write(Report report, Instant now, String sql) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bind("group", report.group())
                .bind("learner", report.home())
                .bind("question", report.question())
                .bind("version", report.version())
                .bind("text", report.text())
                .bind("now", now)
                .execute());
  }

  Optional<Report> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM question_report WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> report(row))
                .findOne());
  }

  /** The id of what somebody reported about a question. */
  long idOf(Report report) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM question_report WHERE group_id = :group"
                        + " AND learner_id = :learner AND question_id = :question")
                .bind("group", report.group())
                .bind("learner", report.home())
                .bind("question", report.question())
                .mapTo(Long.class)
                .one());
  }

  /** The ids of all reports of a group about a question. */
  List<Long> about(long group, String question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM question_report"
                        + " WHERE group_id = :group AND question_id = :question ORDER BY id")
                .bind("group", group)
                .bind("question", question)
                .mapTo(Long.class)
                .list());
  }

  /**
   * Lays a report aside.
   *
   * @return false if somebody has done so before
   */
  boolean dismiss(long id, long home) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE question_report SET dismissed_by = :learner"
                            + " WHERE id = :id AND dismissed_by IS NULL")
                    .bind("learner", home)
                    .bind("id", id)
                    .execute())
        == 1;
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getLong("id"),
        row.getLong("group_id"),
        row.getLong("learner_id"),
        row.getString("question_id"),
        row.getString("version"),
        row.getString("text"),
        Optional.ofNullable(row.getObject("dismissed_by", Long.class)));
  }
}
