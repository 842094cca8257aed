package studycoach.pack.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.pack.Body;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Questions that read almost like an earlier one of any pack. Stems are compared; steps and prompts
 * with them, since a stem like "Put the steps in order" says nothing by itself.
 */
final class NearDuplicates implements Rule {
  /**
   * Of the {@link Likeness}: stems with another industry, other numbers or another order of
   * sentences come out above 0.6, stems on the same service that ask for another decision below
   * 0.5.
   */
  static final double LIMIT = 0.55;

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    List<PlacedQuestion> questions = bank.questions();
    Likeness likeness = new Likeness(questions.stream().map(NearDuplicates::text).toList());
    List<Problem> found = new ArrayList<>();
    for (int later = 1; later < questions.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        double alike = likeness.of(earlier, later);
        if (alike >= LIMIT) {
          found.add(finding(questions.get(earlier), questions.get(later), alike));
        }
      }
    }
    return found.stream();
  }

  private static Problem finding(PlacedQuestion earlier, PlacedQuestion later, double alike) {
    String message =
        String.format(
            Locale.ROOT,
            "%s reads almost like %s in %s (likeness %.2f of 1)",
            later.question().id(),
            earlier.question().id(),
            earlier.where(),
            alike);
    return later.place().finding("stem", message);
  }

  private static String text(PlacedQuestion placed) {
    Body body = placed.question().body();
    Stream<String> parts =
        body instanceof Body.Ordering ordering
            ? ordering.steps().stream().map(Body.Step::text)
            : body instanceof Body.Matching matching
                ? matching.pairs().stream().map(Body.Pair::prompt)
                : Stream.empty();
    return Stream.concat(Stream.of(placed.question().stem()), parts)
        .collect(Collectors.joining(" "));
  }
}
