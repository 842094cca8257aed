package studycoach.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An exam as its provider describes it; see {@code questions/README} of a pack for the file.
 *
 * @param code as the provider writes it, e.g. {@code MLS-C01}
 * @param closedOn the last day on which it could be taken
 * @param replacedBy codes of the exams that a learner can take instead
 * @param questions how many a sitting has: {@code scored + unscored}
 * @param minutes how long a sitting lasts
 * @param passingScore on the provider's scale
 * @param priceUsd in whole US dollars
 * @param domains their weights add up to 100
 */
public record Exam(
    String code,
    String name,
    ExamStatus status,
    Optional<LocalDate> closedOn,
    List<String> replacedBy,
    Optional<String> statusNote,
    int questions,
    int scored,
    int unscored,
    int minutes,
    int passingScore,
    Set<QuestionType> questionTypes,
    int priceUsd,
    List<String> languages,
    int validityYears,
    List<String> authors,
    String licence,
    String source,
    List<Domain> domains) {
  public Exam {
    replacedBy = List.copyOf(replacedBy);
    questionTypes = Set.copyOf(questionTypes);
    languages = List.copyOf(languages);
    authors = List.copyOf(authors);
    domains = List.copyOf(domains);
  }

  /** The domain that somebody means: by its id or its name, or how one of them begins. */
  public Optional<Domain> domainNamed(String typed) {
    String wish = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    List<Domain> meant =
        domains.stream()
            .filter(
                domain ->
                    domain.id().startsWith(wish)
                        || domain
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace(' ', '-')
                            .startsWith(wish))
            .toList();
    return meant.size() == 1 && !wish.isEmpty() ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /** The domain that a task statement belongs to, by the task's id. */
  public Optional<Domain> domainOf(String task) {
    return domains.stream()
        .filter(domain -> domain.tasks().stream().anyMatch(known -> known.id().equals(task)))
        .findFirst();
  }
}
