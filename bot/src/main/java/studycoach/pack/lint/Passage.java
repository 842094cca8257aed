package studycoach.pack.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.Body;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;
import studycoach.yaml.YamlMap;

/**
 * One text of a question and where it stands.
 *
 * @param place the mapping that holds it
 * @param field its key there
 */
record Passage(Kind kind, String text, YamlMap place, String field) {

  /** What a text is for. Steps, prompts and matches are all part of the right answer: keys. */
  enum Kind {
    STEM,
    KEY,
    DISTRACTOR,
    REASON
  }

  /** All texts of a question, in the order of the format. */
  static List<Passage> of(PlacedQuestion placed) {
    YamlMap place = placed.place();
    List<Passage> all = new ArrayList<>();
    all.add(new Passage(Kind.STEM, placed.question().stem(), place, "stem"));
    all.addAll(body(placed.question().body(), place));
    all.add(new Passage(Kind.REASON, placed.question().explanation(), place, "explanation"));
    return all;
  }

  /** The options of a question, in the order of its file; none if it has steps or pairs. */
  static List<Passage> options(PlacedQuestion placed) {
    return placed.question().body() instanceof Body.Choices
        ? of(placed).stream().filter(passage -> passage.field.equals("text")).toList()
        : List.of();
  }

  private static List<Passage> body(Body body, YamlMap question) {
    if (body instanceof Body.Choices) {
      return parts(question, "options", "text", "why");
    } else if (body instanceof Body.Ordering) {
      return parts(question, "steps", "text", "why");
    }
    return parts(question, "pairs", "prompt", "match", "why");
  }

  private static List<Passage> parts(YamlMap question, String list, String... fields) {
    return question.maps(list).stream()
        .flatMap(
            entry ->
                Stream.of(fields)
                    .map(
                        field ->
                            new Passage(kind(entry, list, field), entry.text(field), entry, field)))
        .toList();
  }

  private static Kind kind(YamlMap entry, String list, String field) {
    if (field.equals("why")) {
      return Kind.REASON;
    }
    boolean wrong = list.equals("options") && !entry.flag("key", false);
    return wrong ? Kind.DISTRACTOR : Kind.KEY;
  }

  boolean isKey() {
    return kind == Kind.KEY;
  }

  Problem finding(String message) {
    return place.finding(field, message);
  }
}
