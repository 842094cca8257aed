package studycoach.study.board;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Rows of {@code drop_period}, {@code point_grant} and {@code board_tally}: the log of attempts
 * added up by group, period, domain and learner, so that a board is read without reading the log.
 * They change in the transaction that changes the log.
 */
public final class Tallies {
  private final Jdbi jdbi;

  public Tallies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Notes for which periods a new drop counts; one that counts for nothing has none, so that no
   * answer to it is added up. Part of the caller's transaction.
   */
  public void place(long group, long drop) {
    jdbi.useHandle(handle -> place(handle, group, "id = :id", drop));
  }

  private static void place(Handle handle, long group, String which, long id) {
    Calendar calendar = new Calendar(lockWeek(handle, group), SeasonRow.of(handle, group));
    PreparedBatch rows =
        handle.prepareBatch("INSERT INTO drop_period (drop_id, period) VALUES (:drop, :period)");
    handle
        .createQuery(
            "SELECT id, local_day, opened_at FROM group_drop WHERE kind <> 'friendly' AND " + which)
        .bind("id", id)
        .reduceRows(
            rows,
            (batch, row) -> {
              periods(calendar, row)
                  .forEach(
                      period ->
                          batch
                              .bind("drop", row.getColumn("id", Long.class))
                              .bind("period", period.key())
                              .add());
              return batch;
            });
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  private static List<Period> periods(Calendar calendar, RowView row) {
    return calendar.of(
        row.getColumn("local_day", LocalDate.class), row.getColumn("opened_at", Instant.class));
  }

  /**
   * The first day of a group's week, which nobody changes until the transaction has ended. Locked
   * by an update, since {@code FOR UPDATE} would also keep answers from naming the group in their
   * rows, while they hold the drops that are waited for.
   */
  private static DayOfWeek lockWeek(Handle handle, long group) {
    execute(handle, "UPDATE study_group SET week_first = week_first WHERE id = :group", group);
    return handle
        .createQuery("SELECT week_first FROM study_group WHERE id = :group")
        .bind("group", group)
        .mapTo(Integer.class)
        .map(DayOfWeek::of)
        .one();
  }

  /**
   * Adds an attempt that is new in the log, and gives its points: for a learner and a question
   * once, if it is right. Part of the caller's transaction, which holds the drop's row.
   */
  public void count(long attempt) {
    jdbi.useHandle(
        handle -> {
          Counted counted = Counted.find(handle, attempt);
          counted.lockMember(handle);
          int points = counted.grant(handle) ? counted.worth() : 0;
          counted.openTallies(handle);
          counted.add(handle, points);
        });
  }

  /**
   * Keeps answers from being counted, drops from being opened or ended, and the group from being
   * rebuilt, until the caller's transaction has ended.
   */
  public void lock(long group) {
    jdbi.useHandle(
        handle -> {
          lockWeek(handle, group);
          handle
              .createQuery(
                  "SELECT id FROM group_drop WHERE group_id = :group AND state = 'open'"
                      + " ORDER BY id FOR UPDATE")
              .bind("group", group)
              .mapTo(Long.class)
              .list();
        });
  }

  /** Adds up the whole log of a group again, since its week or its seasons have changed. */
  public void rebuild(long group) {
    jdbi.useTransaction(
        handle -> {
          lock(group);
          execute(
              handle,
              "DELETE FROM drop_period"
                  + " WHERE drop_id IN (SELECT id FROM group_drop WHERE group_id = :group)",
              group);
          execute(handle, "DELETE FROM board_tally WHERE group_id = :group", group);
          place(handle, group, "group_id = :id", group);
          execute(handle, Recount.add("WHERE a.group_id = :group"), group);
        });
  }

  /**
   * Forgets what was added up of some learners' answers and the points that these gave, since other
   * answers are theirs now. Part of the caller's transaction, which has locked all groups that they
   * have answered in, and calls {@link #recount} when the log is in order.
   */
  public void forget(List<Long> learners) {
    jdbi.useHandle(
        handle -> {
          for (String table : List.of("point_grant", "board_tally")) {
            handle
                .createUpdate("DELETE FROM <table> WHERE learner_id IN (<learners>)")
                .define("table", table)
                .bindList("learners", learners)
                .execute();
          }
        });
  }

  /** Gives points for all answers of learners, in the order of the log, and adds them up. */
  public void recount(List<Long> learners) {
    jdbi.useHandle(
        handle -> {
          for (String sql :
              List.of(Recount.GRANT, Recount.add("WHERE a.learner_id IN (<learners>)"))) {
            handle.createUpdate(sql).bindList("learners", learners).execute();
          }
        });
  }

  private static void execute(Handle handle, String sql, long group) {
    handle.createUpdate(sql).bind("group", group).execute();
  }

  boolean hasDrops(long group, Period period) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "SELECT COUNT(*) FROM drop_period p JOIN group_drop d ON d.id = p.drop_id"
                            + " WHERE d.group_id = :group AND p.period = :period")
                    .bind("group", group)
                    .bind("period", period.key())
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /** Where what is kept differs from the log, a sentence each; empty if it is equal. */
  public List<String> differences() {
    return jdbi.withHandle(
        handle -> Stream.concat(Recount.tallies(handle), Recount.grants(handle)).toList());
  }
}
