package studycoach.service;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.study.Columns;
import studycoach.study.board.Tallies;

/** Compares what people saw and what stands in the channels with the database. */
final class ProcessCheck {
  private static final Duration HALF_A_WEEK = Duration.ofHours(84);

  private final Jdbi jdbi;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> posts = new HashMap<>();

  ProcessCheck(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** How many posts of each kind stand. */
  Map<String, Integer> posts() {
    return Map.copyOf(posts);
  }

  /** Every post stands once where the database has it, and nothing else stands. */
  void posts(List<FakeChannel> channels) {
    Map<String, List<String>> standing = new HashMap<>();
    for (FakeChannel channel : channels) {
      for (FakeMessage message : channel.all()) {
        String key = message.metadata().path("event_payload").path("key").asText();
        if (!key.isEmpty()) {
          standing
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(channel.id() + " " + message.ts());
        }
      }
    }
    for (Map<String, Object> row :
        rows("SELECT id, kind, subject, state, reason, channel_id, message_id, stale FROM post")) {
      String key = row.get("id") instanceof Long id ? "p" + Long.toString(id, 36) : "";
      List<String> found = standing.getOrDefault(key, List.of());
      standing.remove(key);
      boolean posted = text(row, "state").equals("posted");
      List<String> wanted =
          posted ? List.of(row.get("channel_id") + " " + row.get("message_id")) : List.of();
      if (!found.equals(wanted)) {
        violations.add("stands as " + found + ", the database says " + row);
      } else if (!posted && !text(row, "state").equals("refused")) {
        violations.add("left undone: " + row);
      } else if (!text(row, "stale").equals("0")) {
        violations.add("out of date: " + row);
      }
      posts.merge(row.get("kind") + " " + row.get("state"), 1, Integer::sum);
    }
    standing.forEach((key, places) -> violations.add("nobody knows " + key + " at " + places));
    none(
        "a question without its post",
        "SELECT q.id, k.kind, d.state, d.drop_day FROM drop_question q"
            + " JOIN group_drop d ON d.id = q.drop_id"
            + " CROSS JOIN (VALUES ('drop'), ('reveal')) AS k(kind)"
            + " WHERE NOT EXISTS (SELECT 1 FROM post p WHERE p.subject = q.id AND p.kind = k.kind"
            + " AND (p.state = 'posted' OR k.kind = 'drop'))"
            + " AND (k.kind = 'drop' OR d.state = 'closed' AND EXISTS (SELECT 1 FROM post s"
            + " WHERE s.subject = q.id AND s.kind = 'drop' AND s.state = 'posted'))");
    none(
        "a board without its post",
        "SELECT w.* FROM weekly_board w WHERE NOT EXISTS (SELECT 1 FROM post p"
            + " WHERE p.subject = w.id AND p.kind = 'board' AND p.state = 'posted')");
  }

  /**
   * Every confirmed answer is kept as it was confirmed, and every answer that is kept was given.
   */
  void answers(Ledger ledger) {
    Map<Ledger.Key, String> kept = new HashMap<>();
    for (Map<String, Object> row :
        rows(
            "SELECT p.channel_id, p.message_id, c.user_id, k.picks, q.permutation FROM post p"
                + " JOIN drop_question q ON q.id = p.subject JOIN"
                + " (SELECT learner_id, drop_question_id, picks FROM attempt UNION ALL"
                + " SELECT learner_id, drop_question_id, picks FROM sealed_choice) k"
                + " ON k.drop_question_id = q.id JOIN account c ON c.learner_id = k.learner_id"
                + " WHERE p.kind = 'drop'")) {
      Ledger.Key key =
          new Ledger.Key(text(row, "channel_id"), text(row, "message_id"), text(row, "user_id"));
      List<Integer> permutation = Columns.read(text(row, "permutation"));
      List<Integer> picks = Columns.read(text(row, "picks"));
      String letters =
          IntStream.range(0, permutation.size())
              .filter(place -> picks.contains(permutation.get(place)))
              .mapToObj(place -> String.valueOf((char) ('A' + place)))
              .collect(Collectors.joining(" and "));
      if (kept.put(key, letters) != null) {
        violations.add("kept twice: " + key);
      }
    }
    Map<Ledger.Key, List<Ledger.Press>> given = ledger.presses();
    given.forEach(
        (key, presses) -> {
          String letters = kept.getOrDefault(key, "");
          String wrong = Ledger.wrong(presses, letters);
          if (!wrong.isEmpty()) {
            violations.add(wrong + ": " + key + " " + Ledger.heard(presses) + ", kept: " + letters);
          }
        });
    kept.keySet().stream()
        .filter(key -> !given.containsKey(key))
        .forEach(key -> violations.add("nobody gave what is kept: " + key));
  }

  /** Tallies equal the log. */
  void tallies() {
    violations.addAll(new Tallies(jdbi).differences());
  }

  /**
   * Every group has a drop for every day, which failed only on days on which nothing could be
   * posted.
   *
   * @param seen the days on which all was awaited
   */
  void days(LocalDate first, LocalDate last, Set<LocalDate> seen) {
    Map<String, String> states = new HashMap<>();
    rows("SELECT group_id, drop_day, state FROM group_drop")
        .forEach(
            row -> states.put(row.get("group_id") + " " + row.get("drop_day"), text(row, "state")));
    for (Map<String, Object> group : rows("SELECT id FROM study_group")) {
      first
          .datesUntil(last.plusDays(1))
          .forEach(
              day -> {
                String state = states.getOrDefault(group.get("id") + " " + day, "lost");
                String awaited = day.equals(last) ? "open" : "closed";
                if (state.equals("lost") || (seen.contains(day) && !state.equals(awaited))) {
                  violations.add("drop of group " + group.get("id") + " for " + day + ": " + state);
                }
              });
    }
  }

  /**
   * The board of a group that was the latest when all had been awaited.
   *
   * @param since the last time before that
   */
  void board(Instant since, Instant now) {
    for (Map<String, Object> group : rows("SELECT id, board_day FROM study_group")) {
      DayOfWeek weekday = DayOfWeek.of(Integer.parseInt(text(group, "board_day")));
      Instant due =
          Fleet.due(
              LocalDate.ofInstant(now, ZoneOffset.UTC)
                  .with(TemporalAdjusters.previousOrSame(weekday)));
      String week =
          "week "
              + LocalDate.ofInstant(due.minus(HALF_A_WEEK), ZoneOffset.UTC)
                  .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      boolean missing =
          due.isAfter(since)
              && jdbi.withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT EXISTS (SELECT 1 FROM attempt a JOIN drop_period p"
                                  + " ON p.drop_id = a.drop_id WHERE a.group_id = :group"
                                  + " AND p.period = :week AND a.answered_at < :due)"
                                  + " AND NOT EXISTS (SELECT 1 FROM weekly_board"
                                  + " WHERE group_id = :group AND period = :week)")
                          .bind("group", group.get("id"))
                          .bind("week", week)
                          .bind("due", due)
                          .mapTo(Boolean.class)
                          .one());
      if (missing) {
        violations.add("no board of group " + group.get("id") + " for " + week + " at " + due);
      }
    }
  }

  private void none(String what, String sql) {
    rows(sql).forEach(row -> violations.add(what + ": " + row));
  }

  private List<Map<String, Object>> rows(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
