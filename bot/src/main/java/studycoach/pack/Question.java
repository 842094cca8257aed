package studycoach.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One question of a pack, checked: whoever holds one may rely on the rules of the pack format.
 *
 * @param id stable across edits, unique over all packs, e.g. {@code mls-de-001}
 * @param task the task statement that it tests, e.g. {@code 1.2}
 * @param domain the id of the task's domain
 * @param services lower-case names of the services that it is about
 * @param stem CommonMark
 * @param explanation CommonMark: the idea to take away
 * @param sources at least one page that supports the key
 * @param checked the day on which the key was last compared with its sources
 * @param enemies ids of questions that give this one away; one may be missing from the bank
 */
public record Question(
    String id,
    String task,
    String domain,
    QuestionType type,
    Difficulty difficulty,
    List<String> services,
    String stem,
    Body body,
    String explanation,
    List<URI> sources,
    LocalDate checked,
    Optional<String> author,
    Optional<String> licence,
    List<String> enemies) {
  public Question {
    services = List.copyOf(services);
    sources = List.copyOf(sources);
    enemies = List.copyOf(enemies);
  }

  /** Whether one of the two gives the other one away. */
  public boolean isEnemyOf(Question other) {
    return enemies.contains(other.id) || other.enemies.contains(id);
  }
}
