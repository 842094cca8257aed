package studycoach.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What the database says is still to be done. */
record Undone(Jdbi jdbi) {

  /** Whether something is due that does not stand yet. */
  boolean any(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM post WHERE state IN ('planned', 'sending'))"
                        + " OR EXISTS (SELECT 1 FROM study_group"
                        + " WHERE next_drop_at <= :now OR next_board_at <= :now)"
                        + " OR EXISTS (SELECT 1 FROM group_drop"
                        + " WHERE state = 'open' AND closes_at <= :now)")
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
  }

  /** Whether something stands that is out of date. */
  boolean edits() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM post WHERE stale > 0)")
                .mapTo(Boolean.class)
                .one());
  }

  /** The posts, and the jobs that are due or begun. */
  List<Map<String, Object>> list(Instant now) {
    return jdbi.withHandle(
        handle -> {
          List<Map<String, Object>> rows =
              new ArrayList<>(
                  handle
                      .select("SELECT * FROM post WHERE state IN ('planned', 'sending')")
                      .mapToMap()
                      .list());
          handle
              .createQuery(
                  "SELECT task_name, task_instance, execution_time, picked, last_heartbeat,"
                      + " consecutive_failures FROM scheduled_tasks"
                      + " WHERE picked OR execution_time <= :now")
              .bind("now", now)
              .mapToMap()
              .forEach(rows::add);
          return rows;
        });
  }
}
