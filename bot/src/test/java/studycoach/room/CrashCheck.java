package studycoach.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.board.Tallies;

/** Compares what was printed, what stands in the transcript and what the database holds. */
final class CrashCheck {
  private final Path folder;
  private final CrashLog log;
  private final List<String> violations = new ArrayList<>();
  private String found = "";

  CrashCheck(Path folder, CrashLog log) throws IOException {
    this.folder = folder;
    this.log = log;
    Map<String, List<Long>> standing = standing();
    Jdbi jdbi =
        Jdbi.create(
            "jdbc:h2:file:"
                + folder.resolve("coach").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE",
            "sa",
            "");
    jdbi.useHandle(
        handle -> {
          posts(handle, standing);
          answers(handle);
          violations.addAll(new Tallies(jdbi).differences());
          everybody().forEach(person -> streak(handle, person));
        });
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** What there was to compare. */
  String found() {
    return found;
  }

  static List<String> everybody() {
    return Stream.concat(CrashTrial.PEOPLE.stream(), Stream.of(CrashTrial.COPIER)).toList();
  }

  /** The numbers under which each key stands in the transcript. */
  private Map<String, List<Long>> standing() throws IOException {
    Map<String, List<Long>> standing = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("room.transcript.jsonl"))) {
      JsonNode json = new ObjectMapper().readTree(line);
      if (json.path("type").asText().equals("post") && json.has("key")) {
        standing
            .computeIfAbsent(json.path("key").asText(), key -> new ArrayList<>())
            .add(json.path("number").asLong());
      }
    }
    return standing;
  }

  private void posts(Handle handle, Map<String, List<Long>> standing) {
    Set<String> expected = new TreeSet<>();
    List<Map<String, Object>> rows =
        handle
            .createQuery(
                "SELECT q.id AS question, d.state, k.kind, p.id AS post, p.state AS delivery,"
                    + " p.message_id FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                    + " CROSS JOIN (VALUES ('drop'), ('reveal')) AS k(kind)"
                    + " LEFT JOIN post p ON p.subject = q.id AND p.kind = k.kind"
                    + " WHERE k.kind = 'drop' OR d.state = 'closed'"
                    + " UNION ALL SELECT w.id, 'closed', 'board', p.id, p.state, p.message_id"
                    + " FROM weekly_board w LEFT JOIN post p ON p.subject = w.id"
                    + " AND p.kind = 'board'"
                    + " UNION ALL SELECT p.subject, CASE p.state WHEN 'refused' THEN 'failed'"
                    + " ELSE 'closed' END, p.kind, p.id, p.state, p.message_id"
                    + " FROM post p WHERE p.kind NOT IN ('drop', 'reveal', 'board')")
            .mapToMap()
            .list();
    for (Map<String, Object> row : rows) {
      String key = row.get("post") instanceof Long id ? "p" + Long.toString(id, 36) : "no post";
      List<Long> numbers = standing.getOrDefault(key, List.of());
      expected.add(key);
      int wanted = "failed".equals(row.get("state")) ? 0 : 1;
      if (numbers.size() != wanted) {
        violations.add("stands " + numbers.size() + " times, not " + wanted + ": " + row);
      } else if (wanted == 1 && !numbers.get(0).toString().equals(row.get("message_id"))) {
        violations.add("stands as " + numbers + ", the database says otherwise: " + row);
      }
    }
    standing.keySet().stream()
        .filter(key -> !expected.contains(key))
        .forEach(key -> violations.add("stands, and the database does not know it: " + key));
    found = rows.size() + " posts";
  }

  private void answers(Handle handle) {
    for (CrashLog.Confirmed confirmed : log.confirmed()) {
      int kept =
          handle
              .createQuery(
                  "SELECT COUNT(*) FROM post p JOIN "
                      + KEPT
                      + " k ON k.drop_question_id = p.subject JOIN account c"
                      + " ON c.learner_id = k.learner_id WHERE p.kind = 'drop'"
                      + " AND p.message_id = :message AND c.user_id = :person")
              .bind("message", String.valueOf(confirmed.message()))
              .bind("person", confirmed.person())
              .mapTo(Integer.class)
              .one();
      if (kept != 1) {
        violations.add("kept " + kept + " times: " + confirmed);
      }
    }
    log.copies()
        .forEach(
            (person, copies) -> {
              int kept =
                  handle
                      .createQuery(
                          "SELECT COUNT(*) FROM "
                              + KEPT
                              + " k JOIN account c ON c.learner_id = k.learner_id"
                              + " WHERE c.user_id = :person")
                      .bind("person", person)
                      .mapTo(Integer.class)
                      .one();
              if (kept < copies) {
                violations.add(person + ": " + copies + " copies confirmed, kept " + kept);
              }
            });
  }

  private static final String KEPT =
      "(SELECT learner_id, drop_question_id FROM attempt"
          + " UNION ALL SELECT learner_id, drop_question_id FROM sealed_choice)";

  /** A recount by hand of what the room said, without the program's own rule. */
  private void streak(Handle handle, String person) {
    List<Map<String, Object>> drops =
        handle
            .createQuery(
                "SELECT d.state, d.drop_day, (SELECT COUNT(*) FROM "
                    + KEPT
                    + " k JOIN drop_question q ON q.id = k.drop_question_id JOIN account c"
                    + " ON c.learner_id = k.learner_id WHERE q.drop_id = d.id"
                    + " AND c.user_id = :person) AS answers FROM group_drop d"
                    + " ORDER BY d.opened_at, d.id")
            .bind("person", person)
            .mapToMap()
            .list();
    int current = 0;
    int answered = 0;
    int freezes = 0;
    for (Map<String, Object> drop : drops) {
      if (drop.get("answers") instanceof Long answers && answers > 0) {
        current++;
        answered++;
        freezes = Math.min(2, answered % 7 == 0 ? freezes + 1 : freezes);
      } else if ("closed".equals(drop.get("state")) && drop.get("drop_day") != null) {
        boolean frozen = current > 0 && freezes > 0;
        current = frozen ? current : 0;
        freezes = frozen ? freezes - 1 : freezes;
      }
    }
    int said = log.streaks().getOrDefault(person, 0);
    if (said != current) {
      violations.add(person + "'s streak was said to be " + said + ", recounted " + current);
    }
    found += ", " + person + "'s streak " + said;
  }
}
