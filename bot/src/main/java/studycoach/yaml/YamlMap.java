package studycoach.yaml;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import studycoach.markup.Nearest;

/**
 * A mapping in a file, read key by key. A getter that can't give what it promises reports a problem
 * and returns a stand-in (empty text, the lowest number, the first of January 1970, an empty list),
 * so that all problems of a file are found in one go: ask {@link Problems#isEmpty} before using
 * what was built.
 */
public final class YamlMap {
  private final Problems problems;
  private final int line;
  private final String prefix;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  YamlMap(Problems problems, MappingNode node, int line, String prefix) {
    this.problems = problems;
    this.line = line;
    this.prefix = prefix;
    node.getValue().forEach(this::put);
  }

  private void put(NodeTuple tuple) {
    int at = Screening.line(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(at, "", "a key must be a word, not a list or a mapping");
      return;
    }
    String path = prefix + Quote.brief(key.getValue());
    YamlNode value = new YamlNode(problems, tuple.getValueNode(), at, path, false);
    YamlNode earlier = values.putIfAbsent(key.getValue(), value);
    if (earlier != null) {
      value.problem("this key stands in line " + earlier.line() + " already");
    }
  }

  /** The line on which the mapping starts, or that of its key; from 1. */
  public int line() {
    return line;
  }

  /** The name under which the file's problems are reported. */
  public String file() {
    return problems.file();
  }

  /** Reports what is wrong with a key's value, on the mapping's first line if the key is absent. */
  public void problem(String key, String message) {
    Problem problem = finding(key, message);
    problems.add(problem.line(), problem.key(), message);
  }

  /**
   * What {@link #problem} would report, handed back instead: the file's problems stay as they are.
   */
  public Problem finding(String key, String message) {
    YamlNode value = values.get(key);
    return new Problem(file(), value == null ? line : value.line(), prefix + key, message);
  }

  /** Reports every key other than these, with the known one that it resembles. */
  public void onlyKeys(String... known) {
    List<String> words = List.of(known);
    values.forEach(
        (key, value) -> {
          if (!words.contains(key)) {
            value.problem("unknown key " + Quote.of(key) + Nearest.hint(key, words));
          }
        });
  }

  /** Whether the key is there, with or without a value. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value, if the key is there. */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Text that is not blank. */
  public String text(String key) {
    return required(key, YamlNode::text).orElse("");
  }

  /** Text that is not blank, or nothing if the key is absent. */
  public Optional<String> optionalText(String key) {
    return find(key).flatMap(YamlNode::text);
  }

  /** A whole number between two others, both included. */
  public int number(String key, int from, int to) {
    return required(key, value -> value.number(from, to)).orElse(from);
  }

  /** {@code true} or {@code false}, and the default if the key is absent. */
  public boolean flag(String key, boolean byDefault) {
    return find(key).flatMap(YamlNode::flag).orElse(byDefault);
  }

  /** A day, written like {@code 2026-11-21}. */
  public LocalDate date(String key) {
    return required(key, YamlNode::date).orElse(LocalDate.EPOCH);
  }

  /** A day, or nothing if the key is absent. */
  public Optional<LocalDate> optionalDate(String key) {
    return find(key).flatMap(YamlNode::date);
  }

  /** A constant of an enum, written in lower case; nothing stands in for a wrong one. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return required(key, value -> value.choice(type));
  }

  /** A mapping; nothing stands in for a wrong one. */
  public Optional<YamlMap> map(String key) {
    return required(key, YamlNode::map);
  }

  /** The entries of a list that has at least one. */
  public List<YamlNode> list(String key) {
    Optional<List<YamlNode>> entries = required(key, YamlNode::list);
    if (entries.filter(List::isEmpty).isPresent()) {
      problem(key, "has no entry");
    }
    return entries.orElse(List.of());
  }

  /** The entries of a list; none if it is empty or the key is absent. */
  public List<YamlNode> optionalList(String key) {
    return find(key).flatMap(YamlNode::list).orElse(List.of());
  }

  /** A list of at least one mapping; entries of another kind are reported and left out. */
  public List<YamlMap> maps(String key) {
    return list(key).stream().flatMap(entry -> entry.map().stream()).toList();
  }

  /** A list of at least one text; entries of another kind are reported and left out. */
  public List<String> strings(String key) {
    return list(key).stream().flatMap(entry -> entry.text().stream()).toList();
  }

  /** Like {@link #strings}, but the list may be empty or absent. */
  public List<String> optionalStrings(String key) {
    return optionalList(key).stream().flatMap(entry -> entry.text().stream()).toList();
  }

  private <T> Optional<T> required(String key, Function<YamlNode, Optional<T>> getter) {
    if (!has(key)) {
      problem(key, "is missing");
    }
    return find(key).flatMap(getter);
  }
}
