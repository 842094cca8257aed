package studycoach.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import studycoach.markup.Nearest;

/**
 * A value in a file, with its place. Each getter gives the value as one type, or reports a problem
 * and gives nothing.
 */
public final class YamlNode {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?[0-9]{1,9}");

  /** Seven times the longest text of our packs, and no more than one message holds. */
  private static final int LONGEST = 4_000;

  private final Problems problems;
  private final Node node;
  private final int line;
  private final String path;
  private final boolean entry;

  /**
   * A value in its place.
   *
   * @param line of its key, or its own if it has none; from 1
   * @param path of its key
   * @param entry whether it stands in a list or at the top of a file, where key paths begin anew
   */
  YamlNode(Problems problems, Node node, int line, String path, boolean entry) {
    this.problems = problems;
    this.node = node;
    this.line = line;
    this.path = path;
    this.entry = entry;
  }

  /** Where it stands: the line of its key, or its own if it is an entry of a list; from 1. */
  public int line() {
    return line;
  }

  /** Reports that something is wrong with this value. */
  public void problem(String message) {
    problems.add(line, path, message);
  }

  /**
   * Text of at most 4,000 characters, without spaces around it; blank text and control characters
   * are problems.
   */
  public Optional<String> text() {
    return scalar("text").filter(this::isShort).filter(this::printable);
  }

  private boolean isShort(String value) {
    boolean fine = value.length() <= LONGEST;
    if (!fine) {
      problem("has more than " + LONGEST + " characters");
    }
    return fine;
  }

  private boolean printable(String value) {
    boolean fine = value.codePoints().noneMatch(YamlNode::unprintable);
    if (!fine) {
      problem("holds a control character");
    }
    return fine;
  }

  private static boolean unprintable(int point) {
    boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
    return control || Character.getType(point) == Character.SURROGATE;
  }

  /** A whole number between two others, both included. */
  public Optional<Integer> number(int from, int to) {
    String expected = "a whole number from " + from + " to " + to;
    return scalar(expected)
        .flatMap(
            value ->
                Optional.of(value)
                    .filter(text -> WHOLE_NUMBER.matcher(text).matches())
                    .map(Integer::valueOf)
                    .filter(number -> from <= number && number <= to)
                    .or(() -> wrong(expected, value)));
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> flag() {
    return scalar("true or false")
        .flatMap(
            value ->
                switch (value) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> wrong("true or false", value);
                });
  }

  /** A day, written like {@code 2026-11-21}. */
  public Optional<LocalDate> date() {
    String expected = "a date like 2026-11-21";
    return scalar(expected)
        .flatMap(
            value -> {
              try {
                return Optional.of(LocalDate.parse(value));
              } catch (DateTimeParseException e) {
                return wrong(expected, value);
              }
            });
  }

  /** One of an enum's constants, written in lower case. */
  public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> names = constants.stream().map(YamlNode::written).toList();
    String expected = "one of " + String.join(", ", names);
    return scalar(expected)
        .flatMap(
            value ->
                constants.stream()
                    .filter(constant -> written(constant).equals(value))
                    .findFirst()
                    .or(() -> wrong(expected, value, Nearest.hint(value, names))));
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The entries of a list, which may be empty. */
  public Optional<List<YamlNode>> list() {
    if (node instanceof SequenceNode sequence) {
      return Optional.of(sequence.getValue().stream().map(this::entry).toList());
    }
    return unlike("a list");
  }

  private YamlNode entry(Node value) {
    return new YamlNode(problems, value, Screening.line(value.getStartMark()), path, true);
  }

  /** A mapping from keys to values. */
  public Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(problems, mapping, line, entry ? "" : path + "."));
    }
    return unlike("a mapping of keys to values");
  }

  private Optional<String> scalar(String expected) {
    if (!(node instanceof ScalarNode scalar)) {
      return unlike(expected);
    }
    Optional<String> value = Optional.of(scalar.getValue().strip());
    if (value.filter(String::isEmpty).isPresent() || node.getTag().equals(Tag.NULL)) {
      problem("is empty");
      return Optional.empty();
    }
    return value;
  }

  private <T> Optional<T> unlike(String expected) {
    if (node.getTag().equals(Tag.NULL)) {
      problem("is empty");
    } else {
      problem("must be " + expected + ", not " + kind());
    }
    return Optional.empty();
  }

  private String kind() {
    return switch (node.getNodeId()) {
      case mapping -> "a mapping";
      case sequence -> "a list";
      default -> "text";
    };
  }

  private <T> Optional<T> wrong(String expected, String value) {
    return wrong(expected, value, "");
  }

  private <T> Optional<T> wrong(String expected, String value, String hint) {
    problem("must be " + expected + ", not " + Quote.of(value) + hint);
    return Optional.empty();
  }
}
