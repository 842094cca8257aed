package studycoach.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studycoach.yaml.Problem;

/**
 * All packs of a questions folder as they were when it was loaded. Immutable.
 *
 * <p>A file with a problem is left out and the rest is served: a broken {@code exam.yaml} leaves
 * out its pack, any other file its questions. Only an enemy that doesn't exist is reported and
 * leaves out nothing, so that one broken file doesn't pull others along.
 */
public final class Bank {
  private final List<Pack> packs;
  private final Map<String, Question> questions;
  private final List<Problem> problems;

  Bank(List<Pack> packs, List<Problem> problems) {
    this.packs = List.copyOf(packs);
    this.questions =
        packs.stream()
            .flatMap(pack -> pack.questions().stream())
            .collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads every sub-folder that holds an {@code exam.yaml}. Never fails: what is wrong, be it that
   * there is no such folder, is in {@link #problems}.
   */
  public static Bank load(Path questionsFolder) {
    return PlacedBank.load(questionsFolder).bank();
  }

  /** By folder; a pack's questions are ordered by file, then by their place in it. */
  public List<Pack> packs() {
    return packs;
  }

  /** The pack of an exam, by its code in any letter case. */
  public Optional<Pack> pack(String examCode) {
    String folder = examCode.toLowerCase(Locale.ROOT);
    return packs.stream().filter(pack -> pack.folder().equals(folder)).findFirst();
  }

  /** A question of any pack, by its id. */
  public Optional<Question> question(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  /**
   * What a domain is called in the pack that holds a question, since exams may name their domains
   * alike; its id if no pack does.
   */
  public String domainName(String question, String domain) {
    return packs.stream()
        .filter(pack -> pack.questions().stream().anyMatch(known -> known.id().equals(question)))
        .flatMap(pack -> pack.exam().domains().stream())
        .filter(known -> known.id().equals(domain))
        .map(Domain::name)
        .findFirst()
        .orElse(domain);
  }

  /** Everything found wrong, by file, then by line; empty if nothing was left out. */
  public List<Problem> problems() {
    return problems;
  }
}
