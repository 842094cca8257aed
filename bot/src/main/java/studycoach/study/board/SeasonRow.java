package studycoach.study.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of {@code season}. */
final class SeasonRow {
  private SeasonRow() {}

  /** A group's seasons, the earliest first. */
  static List<Season> of(Handle handle, long group) {
    return handle
        .createQuery(
            "SELECT number, starts_at, ends_at FROM season WHERE group_id = :group ORDER BY number")
        .bind("group", group)
        .reduceRows(
            new ArrayList<>(),
            (seasons, row) -> {
              seasons.add(
                  new Season(
                      row.getColumn("number", Integer.class),
                      row.getColumn("starts_at", Instant.class),
                      Optional.ofNullable(row.getColumn("ends_at", Instant.class))));
              return seasons;
            });
  }

  static void add(Handle handle, long group, Season season) {
    handle
        .createUpdate(
            "INSERT INTO season (group_id, number, starts_at, ends_at)"
                + " VALUES (:group, :number, :starts, :ends) ON CONFLICT DO NOTHING")
        .bind("group", group)
        .bind("number", season.number())
        .bind("starts", season.starts())
        .bind("ends", season.ends().orElse(null))
        .execute();
  }

  static void remove(Handle handle, long group, int number) {
    handle
        .createUpdate("DELETE FROM season WHERE group_id = :group AND number = :number")
        .bind("group", group)
        .bind("number", number)
        .execute();
  }
}
