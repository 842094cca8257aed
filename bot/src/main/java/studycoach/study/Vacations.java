package studycoach.study;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code vacation}: each is that of the account that asked for it, and of its person. */
public final class Vacations {
  private static final String OF_ALL_ACCOUNTS =
      "learner_id IN (SELECT home_learner_id FROM account WHERE learner_id = :learner)";

  private final Jdbi jdbi;
  private final Clock clock;

  Vacations(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Plans a vacation from the start of one day to the end of another, in a zone.
   *
   * @param home of the account that asks for it
   */
  public void add(long home, LocalDate first, LocalDate last, ZoneId zone) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO vacation (learner_id, starts_at, ends_at)"
                        + " VALUES (:learner, :starts, :ends)")
                .bind("learner", home)
                .bind("starts", first.atStartOfDay(zone).toInstant())
                .bind("ends", last.plusDays(1).atStartOfDay(zone).toInstant())
                .execute());
  }

  /** Ends what is going on and drops what is planned; what is past stays. */
  public int end(long learner) {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        "DELETE FROM vacation WHERE starts_at >= :now AND " + OF_ALL_ACCOUNTS)
                    .bind("learner", learner)
                    .bind("now", now)
                    .execute()
                + handle
                    .createUpdate(
                        "UPDATE vacation SET ends_at = :now WHERE ends_at > :now AND "
                            + OF_ALL_ACCOUNTS)
                    .bind("learner", learner)
                    .bind("now", now)
                    .execute());
  }

  /** All vacations, the earliest first. */
  public List<Vacation> of(long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT starts_at, ends_at FROM vacation WHERE "
                        + OF_ALL_ACCOUNTS
                        + " ORDER BY starts_at, ends_at")
                .bind("learner", learner)
                .map(
                    (row, context) ->
                        new Vacation(Moments.read(row, "starts_at"), Moments.read(row, "ends_at")))
                .list());
  }
}
