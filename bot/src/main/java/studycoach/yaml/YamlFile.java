package studycoach.yaml;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a YAML file whose top is a mapping, whatever the file holds. */
public final class YamlFile {
  private final String text;
  private final Problems problems;

  private YamlFile(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * Reads a file of at most 2 MiB.
   *
   * @param problems gets one problem if the file can't be read, isn't UTF-8 or isn't plain YAML (no
   *     aliases, no tags, at most 20 levels, one document)
   * @return the mapping at the top; empty if a problem was added
   */
  public static Optional<YamlMap> read(Path file, Problems problems) {
    return TextFile.read(file, problems).flatMap(text -> new YamlFile(text, problems).parse());
  }

  private Optional<YamlMap> parse() {
    try {
      Yaml yaml = new Yaml(options());
      if (!new Screening(problems).passes(yaml.parse(new StringReader(text)))) {
        return Optional.empty();
      }
      return top(yaml.compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      String reason = Optional.ofNullable(e.getProblem()).orElse("the text ends too early");
      int line = e.getProblemMark() == null ? 0 : Screening.line(e.getProblemMark());
      problems.add(line, "", "is not valid YAML: " + Quote.brief(reason));
    } catch (ReaderException e) {
      problems.add(lineAt(e.getPosition()), "", "holds a control character");
    } catch (YAMLException e) {
      problems.add("is not valid YAML: " + Quote.brief(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Optional<YamlMap> top(@Nullable Node node) {
    if (node == null || node.getTag().equals(Tag.NULL)) {
      problems.add("is empty");
      return Optional.empty();
    }
    return new YamlNode(problems, node, Screening.line(node.getStartMark()), "", true).map();
  }

  /** Duplicate keys are found by {@link YamlMap}, since composing doesn't look for them. */
  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(Screening.DEEPEST + 1);
    options.setCodePointLimit(TextFile.LARGEST);
    return options;
  }

  private int lineAt(int position) {
    return 1 + (int) text.codePoints().limit(position).filter(point -> point == '\n').count();
  }
}
