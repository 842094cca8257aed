package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A group as a row of {@code study_group}: how it is written and read. */
final class GroupRow {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private GroupRow() {}

  /** Adds a group and gives its id. */
  static long add(Handle handle, GroupSettings settings, Timetable.Slot next, Instant now) {
    return bind(
            handle.createUpdate(
                "INSERT INTO study_group (exam, zone, drop_time, weekdays, questions,"
                    + " sealed, reveal_minutes, paused, skip_next, next_drop_at,"
                    + " next_drop_day, week_first, board_day, board_time, threads, created_at)"
                    + " VALUES (:exam, :zone, :time, :days, :questions, :sealed, :reveal,"
                    + " FALSE, FALSE, :nextAt, :nextDay, :week, :boardDay, :boardTime,"
                    + " :threads, :now)"),
            settings,
            next)
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  static void change(
      Handle handle,
      long group,
      GroupSettings settings,
      Timetable.Slot next,
      Optional<Instant> nextBoard) {
    bind(
            handle.createUpdate(
                "UPDATE study_group SET exam = :exam, zone = :zone, drop_time = :time,"
                    + " weekdays = :days, questions = :questions, sealed = :sealed,"
                    + " reveal_minutes = :reveal, next_drop_at = :nextAt,"
                    + " next_drop_day = :nextDay, week_first = :week, board_day = :boardDay,"
                    + " board_time = :boardTime, threads = :threads, next_board_at = :nextBoard"
                    + " WHERE id = :id"),
            settings,
            next)
        .bind("nextBoard", nextBoard.orElse(null))
        .bind("id", group)
        .execute();
  }

  /** False if the slot is no longer the group's next one. */
  static boolean advance(Handle handle, Group group, Timetable.Slot next) {
    return handle
            .createUpdate(
                "UPDATE study_group SET next_drop_at = :nextAt, next_drop_day = :nextDay,"
                    + " last_drop_day = :done, skip_next = FALSE"
                    + " WHERE id = :id AND next_drop_at = :handled")
            .bind("nextAt", next.at())
            .bind("nextDay", next.day())
            .bind("done", group.next().day())
            .bind("handled", group.next().at())
            .bind("id", group.id())
            .execute()
        == 1;
  }

  /** False if the group's next board is a later one by now. */
  static boolean advanceBoard(Handle handle, Group group, Instant next) {
    return handle
            .createUpdate(
                "UPDATE study_group SET next_board_at = :next WHERE id = :id"
                    + " AND (next_board_at IS NULL OR next_board_at <= :handled)")
            .bind("next", next)
            .bind("handled", group.nextBoard().orElse(Instant.EPOCH))
            .bind("id", group.id())
            .execute()
        == 1;
  }

  private static Update bind(Update statement, GroupSettings settings, Timetable.Slot next) {
    return statement
        .bind("exam", settings.exam())
        .bind("zone", settings.timetable().zone().getId())
        .bind("time", TIME.format(settings.timetable().time()))
        .bind("days", Columns.writeDays(settings.timetable().days()))
        .bind("questions", settings.questions())
        .bind("sealed", settings.sealed())
        .bind("reveal", settings.revealAfter().map(Duration::toMinutes).orElse(null))
        .bind("week", settings.week().getValue())
        .bind("boardDay", settings.board().map(board -> board.day().getValue()).orElse(null))
        .bind(
            "boardTime", TIME.format(settings.board().map(BoardTime::time).orElse(LocalTime.NOON)))
        .bind("threads", settings.threads())
        .bind("nextAt", next.at())
        .bind("nextDay", next.day());
  }

  static Group read(ResultSet row) throws SQLException {
    Timetable timetable =
        new Timetable(
            ZoneId.of(row.getString("zone")),
            LocalTime.parse(row.getString("drop_time")),
            Columns.readDays(row.getString("weekdays")));
    @Nullable Integer minutes = row.getObject("reveal_minutes", Integer.class);
    GroupSettings settings =
        new GroupSettings(
            row.getString("exam"),
            timetable,
            row.getInt("questions"),
            row.getBoolean("sealed"),
            Optional.ofNullable(minutes).map(Duration::ofMinutes),
            DayOfWeek.of(row.getInt("week_first")),
            board(row),
            row.getBoolean("threads"));
    Instant nextAt = Moments.read(row, "next_drop_at");
    return new Group(
        row.getLong("id"),
        settings,
        row.getBoolean("paused"),
        row.getBoolean("skip_next"),
        new Timetable.Slot(row.getObject("next_drop_day", LocalDate.class), nextAt),
        Optional.ofNullable(row.getObject("last_drop_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("next_board_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Optional<BoardTime> board(ResultSet row) throws SQLException {
    @Nullable Integer day = row.getObject("board_day", Integer.class);
    LocalTime time = LocalTime.parse(row.getString("board_time"));
    return Optional.ofNullable(day).map(number -> new BoardTime(DayOfWeek.of(number), time));
  }
}
