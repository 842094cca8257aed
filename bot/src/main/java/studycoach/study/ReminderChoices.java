package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code reminder_choice}: each is that of the account that made it. */
public final class ReminderChoices {
  private final Jdbi jdbi;

  ReminderChoices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What an account, by its home, has chosen; no reminders as long as it has chosen nothing. */
  public ReminderChoice of(long home) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT reminders, quiet FROM reminder_choice"
                            + " WHERE home_learner_id = :home")
                    .bind("home", home)
                    .map((row, context) -> read(row))
                    .findOne())
        .orElse(ReminderChoice.NONE);
  }

  /** A choice in a row with the columns {@code reminders} and {@code quiet}. */
  public static ReminderChoice read(ResultSet row) throws SQLException {
    return new ReminderChoice(
        Reminders.of(row.getString("reminders")),
        Optional.ofNullable(row.getString("quiet")).flatMap(QuietHours::parse));
  }

  public void set(long home, ReminderChoice choice) {
    jdbi.useTransaction(
        handle ->
            List.of(
                    "INSERT INTO reminder_choice (home_learner_id, reminders, quiet)"
                        + " VALUES (:home, :reminders, :quiet) ON CONFLICT DO NOTHING",
                    "UPDATE reminder_choice SET reminders = :reminders, quiet = :quiet"
                        + " WHERE home_learner_id = :home")
                .forEach(
                    sql ->
                        handle
                            .createUpdate(sql)
                            .bind("home", home)
                            .bind("reminders", choice.reminders().word())
                            .bind("quiet", choice.quiet().map(QuietHours::words).orElse(null))
                            .execute()));
  }
}
