package studycoach.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studycoach.yaml.YamlMap;

/** Reads the {@code domains} of an {@code exam.yaml}. */
final class DomainsReader {
  private static final String DOMAINS = "domains";
  private static final int WHOLE = 100;
  private static final int LONGEST_TASK_ID = 20;

  private final YamlMap exam;
  private final Set<String> taskIds = new HashSet<>();

  DomainsReader(YamlMap exam) {
    this.exam = exam;
  }

  List<Domain> read() {
    List<YamlMap> entries = exam.maps(DOMAINS);
    List<Domain> domains = entries.stream().map(this::domain).toList();
    Fields.allDifferent(entries, "id", domains.stream().map(Domain::id).toList());
    int sum = domains.stream().mapToInt(Domain::weight).sum();
    boolean given = !entries.isEmpty() && entries.stream().allMatch(entry -> entry.has("weight"));
    if (given && sum != WHOLE) {
      exam.problem(DOMAINS, "the weights must add up to 100, not " + sum);
    }
    return domains;
  }

  private Domain domain(YamlMap entry) {
    entry.onlyKeys("id", "name", "weight", "tasks");
    String id = Fields.id(entry, "id");
    if (id.equals("exam")) {
      entry.problem("id", "'exam' is the name of the exam's own file");
    }
    return new Domain(
        id,
        entry.text("name"),
        entry.number("weight", 1, WHOLE),
        entry.maps("tasks").stream().map(this::task).toList());
  }

  private Task task(YamlMap entry) {
    entry.onlyKeys("id", "title");
    String id = entry.text("id");
    if (id.length() > LONGEST_TASK_ID) {
      entry.problem("id", "has more than " + LONGEST_TASK_ID + " characters");
    } else if (!id.isEmpty() && !taskIds.add(id)) {
      entry.problem("id", "task '" + id + "' stands here for the second time");
    }
    return new Task(id, entry.text("title"));
  }
}
