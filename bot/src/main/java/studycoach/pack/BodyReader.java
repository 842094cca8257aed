package studycoach.pack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studycoach.yaml.YamlMap;

/** Reads what a question puts to the learner besides its stem: options, steps or pairs. */
final class BodyReader {
  private static final String OPTIONS = "options";
  private static final String STEPS = "steps";
  private static final String PAIRS = "pairs";
  private static final String TEXT = "text";

  private final YamlMap question;
  private final QuestionType type;

  BodyReader(YamlMap question, QuestionType type) {
    this.question = question;
    this.type = type;
  }

  /** The body; not to be trusted if a problem was reported. */
  Body read() {
    return switch (type) {
      case MULTIPLE_CHOICE -> choices(4, 4, 1, 1);
      case MULTIPLE_RESPONSE -> choices(5, 6, 2, 3);
      case ORDERING -> ordering();
      case MATCHING -> matching();
    };
  }

  private Body choices(int fewest, int most, int fewestKeys, int mostKeys) {
    List<YamlMap> entries = entries(OPTIONS, fewest, most);
    Body.Choices choices = new Body.Choices(entries.stream().map(BodyReader::option).toList());
    Fields.allDifferent(entries, TEXT, choices.options().stream().map(Body.Option::text).toList());
    if (!entries.isEmpty()) {
      checkNumber(OPTIONS, "key", choices.keys().size(), fewestKeys, mostKeys);
    }
    return choices;
  }

  private static Body.Option option(YamlMap entry) {
    entry.onlyKeys(TEXT, "key", "why");
    return new Body.Option(
        Wording.text(entry, TEXT), entry.flag("key", false), Wording.text(entry, "why"));
  }

  private Body ordering() {
    List<YamlMap> entries = entries(STEPS, 3, 5);
    List<Body.Step> steps = entries.stream().map(BodyReader::step).toList();
    Fields.allDifferent(entries, TEXT, steps.stream().map(Body.Step::text).toList());
    return new Body.Ordering(steps);
  }

  private static Body.Step step(YamlMap entry) {
    entry.onlyKeys(TEXT, "why");
    return new Body.Step(Wording.text(entry, TEXT), Wording.text(entry, "why"));
  }

  private Body matching() {
    List<YamlMap> entries = entries(PAIRS, 3, 7);
    List<Body.Pair> pairs = entries.stream().map(BodyReader::pair).toList();
    Fields.allDifferent(entries, "prompt", pairs.stream().map(Body.Pair::prompt).toList());
    return new Body.Matching(pairs);
  }

  private static Body.Pair pair(YamlMap entry) {
    entry.onlyKeys("prompt", "match", "why");
    return new Body.Pair(
        Wording.text(entry, "prompt"), Wording.text(entry, "match"), Wording.text(entry, "why"));
  }

  /** The entries under this type's key, once it is sure that no other type's key is there. */
  private List<YamlMap> entries(String key, int fewest, int most) {
    Stream.of(OPTIONS, STEPS, PAIRS)
        .filter(other -> !other.equals(key) && question.has(other))
        .forEach(other -> question.problem(other, a() + " has " + key + " instead"));
    List<YamlMap> entries = question.maps(key);
    if (!entries.isEmpty()) {
      checkNumber(key, key.substring(0, key.length() - 1), entries.size(), fewest, most);
    }
    return entries;
  }

  private void checkNumber(String key, String noun, int count, int fewest, int most) {
    if (count >= fewest && count <= most) {
      return;
    }
    String range =
        fewest == most ? "exactly " + (most == 1 ? "one" : most) : fewest + " to " + most;
    String nouns = most == 1 ? noun : noun + "s";
    question.problem(key, a() + " has " + range + " " + nouns + ", this one has " + count);
  }

  private String a() {
    return (type == QuestionType.ORDERING ? "an " : "a ") + type.name().toLowerCase(Locale.ROOT);
  }
}
