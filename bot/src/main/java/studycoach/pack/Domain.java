package studycoach.pack;

import java.util.List;

/**
 * A domain of an exam's blueprint.
 *
 * @param id lower case with hyphens, e.g. {@code data-engineering}; also the name of the file that
 *     holds its questions
 * @param weight its share of the exam in percent, 1 to 100
 */
public record Domain(String id, String name, int weight, List<Task> tasks) {
  public Domain {
    tasks = List.copyOf(tasks);
  }
}
