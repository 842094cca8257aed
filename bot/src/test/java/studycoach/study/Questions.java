package studycoach.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studycoach.pack.Body;
import studycoach.pack.Difficulty;
import studycoach.pack.Question;
import studycoach.pack.QuestionType;

/** Questions with just enough in them to be answered. */
final class Questions {

  private Questions() {}

  static Question choice(int options, Set<Integer> keys) {
    List<Body.Option> all =
        IntStream.range(0, options)
            .mapToObj(at -> new Body.Option("option " + at, keys.contains(at), "why"))
            .toList();
    return question(
        keys.size() == 1 ? QuestionType.MULTIPLE_CHOICE : QuestionType.MULTIPLE_RESPONSE,
        new Body.Choices(all));
  }

  static Question ordering(int steps) {
    return question(
        QuestionType.ORDERING,
        new Body.Ordering(
            IntStream.range(0, steps).mapToObj(at -> new Body.Step("step " + at, "why")).toList()));
  }

  static Question matching(List<String> matches) {
    return question(
        QuestionType.MATCHING,
        new Body.Matching(
            IntStream.range(0, matches.size())
                .mapToObj(at -> new Body.Pair("prompt " + at, matches.get(at), "why"))
                .toList()));
  }

  private static Question question(QuestionType type, Body body) {
    return new Question(
        "mls-de-001",
        "1.2",
        "data-engineering",
        type,
        Difficulty.EASY,
        List.of(),
        "stem",
        body,
        "explanation",
        List.of(),
        LocalDate.EPOCH,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
