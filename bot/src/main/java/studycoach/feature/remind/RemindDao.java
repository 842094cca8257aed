package studycoach.feature.remind;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.UserRef;
import studycoach.study.Moments;
import studycoach.study.ReminderChoices;
import studycoach.study.Reminders;

/** Rows of {@code reminder}, and those who want some. */
final class RemindDao {
  private static final String READERS =
      "SELECT c.home_learner_id, c.reminders, c.quiet, a.learner_id, a.platform, a.workspace,"
          + " a.user_id, COALESCE(l.zone, g.zone) AS zone, g.id AS group_id"
          + " FROM reminder_choice c JOIN account a ON a.home_learner_id = c.home_learner_id"
          + " JOIN learner l ON l.id = a.learner_id JOIN study_group g ON g.id = :group";
  private static final String MEMBERS =
      " JOIN member m ON m.group_id = g.id AND m.learner_id = l.id AND m.left_at IS NULL"
          + " WHERE c.reminders <> 'off'";

  private final Jdbi jdbi;

  RemindDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The accounts of a group's members that want reminders. */
  List<Reader> readers(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(READERS + MEMBERS + " ORDER BY c.home_learner_id")
                .bind("group", group)
                .map((row, context) -> reader(row))
                .list());
  }

  /** Whether there is such an account. */
  boolean isRead(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(READERS + MEMBERS + " LIMIT 1")
                .bind("group", group)
                .map((row, context) -> row.getLong("home_learner_id"))
                .findOne()
                .isPresent());
  }

  /** Whom a reminder is for, who may want none by now. */
  Reader reader(Reminder reminder) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(READERS + " WHERE c.home_learner_id = :home")
                .bind("group", reminder.group())
                .bind("home", reminder.home())
                .map((row, context) -> reader(row))
                .one());
  }

  /** Whether no older group of the learner's studies for the same exam. */
  boolean isFirstForItsExam(Reader reader) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT MIN(g.id) FROM study_group g JOIN member m ON m.group_id = g.id"
                            + " WHERE m.learner_id = :learner AND m.left_at IS NULL"
                            + " AND g.exam = (SELECT exam FROM study_group WHERE id = :group)")
                    .bind("learner", reader.learner())
                    .bind("group", reader.group())
                    .mapTo(Long.class)
                    .findOne())
        .filter(first -> first == reader.group())
        .isPresent();
  }

  private static Reader reader(ResultSet row) throws SQLException {
    return new Reader(
        row.getLong("group_id"),
        row.getLong("home_learner_id"),
        row.getLong("learner_id"),
        new UserRef(
            row.getString("platform"), row.getString("workspace"), row.getString("user_id")),
        ZoneId.of(row.getString("zone")),
        ReminderChoices.read(row));
  }

  /**
   * Adds a reminder.
   *
   * @return its id, or empty if the account was reminded of this before
   */
  Optional<Long> add(Reader reader, Reminders kind, Occasion occasion) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO reminder (home_learner_id, group_id, kind, subject, due_at)"
                        + " VALUES (:home, :group, :kind, :subject, :at) ON CONFLICT DO NOTHING")
                .bind("home", reader.home())
                .bind("group", reader.group())
                .bind("kind", kind.word())
                .bind("subject", occasion.subject())
                .bind("at", occasion.at())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  Optional<Reminder> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM reminder WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> reminder(row))
                .findOne());
  }

  private static Reminder reminder(ResultSet row) throws SQLException {
    return new Reminder(
        row.getLong("id"),
        row.getLong("home_learner_id"),
        row.getLong("group_id"),
        Reminders.of(row.getString("kind")),
        new Occasion(row.getLong("subject"), Moments.read(row, "due_at")));
  }
}
