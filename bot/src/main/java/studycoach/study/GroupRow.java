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
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A group as a row of {@code study_group}. */
final class GroupRow {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private GroupRow() {}

  static <S extends SqlStatement<S>> S bind(
      S statement, GroupSettings settings, Timetable.Slot next) {
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
            board(row));
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
