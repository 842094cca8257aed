package studycoach.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class YamlFileTest {
  @TempDir private Path folder;

  @Test
  void readsAMapping() {
    assertThat(problems("name: Ada\n")).isEmpty();
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(problems("\uFEFFname: Ada\n")).isEmpty();
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(problems("")).containsExactly("f.yaml: is empty");
    assertThat(problems("# nothing here\n")).containsExactly("f.yaml: is empty");
    assertThat(problems("---\n")).containsExactly("f.yaml: is empty");
  }

  @Test
  void refusesATopThatIsNoMapping() {
    assertThat(problems("\n- a\n"))
        .containsExactly("f.yaml:2: must be a mapping of keys to values, not a list");
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThat(problems("a: 1\nb: [1, 2\nc: 3\n"))
        .singleElement()
        .asString()
        .startsWith("f.yaml:3: is not valid YAML: ");
  }

  @Test
  void refusesAFileOfTenMegabytes() {
    assertThat(problems("a: bcdefg\n".repeat(1_000_000)))
        .containsExactly("f.yaml: is larger than 2 MiB");
  }

  @Test
  void readsAFileOfExactlyTwoMebibytes() {
    assertThat(problems("ab: " + "b ".repeat(TextFile.LARGEST / 2 - 2))).isEmpty();
  }

  @Test
  void refusesAnAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      String aliases = ("*a" + (level - 1) + ", ").repeat(9);
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, aliases));
    }
    assertThat(problems(bomb.toString()))
        .containsExactly("f.yaml:2: uses a YAML alias (*name); write the value out");
  }

  @Test
  void refusesASingleAliasOfAText() {
    assertThat(problems("a: &x b\nc: *x\n"))
        .containsExactly("f.yaml:2: uses a YAML alias (*name); write the value out");
  }

  @Test
  void refusesATagSinceItSwallowsText() {
    assertThat(problems("a: b\nc: !important news\n"))
        .containsExactly(
            "f.yaml:2: uses a YAML tag (!name); put text that starts with ! in quotes");
    assertThat(problems("a: !!java.net.URL [\"http://localhost\"]\n")).hasSize(1);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(problems("a:\n  " + "[".repeat(1_000_000)))
        .containsExactly("f.yaml:2: is nested more than 20 levels deep");
    assertThat(problems("- ".repeat(500_000) + "a")).hasSize(1);
  }

  @Test
  void refusesASecondDocument() {
    assertThat(problems("a: b\n---\nc: d\n"))
        .containsExactly("f.yaml:2: holds a second YAML document; only one is read");
  }

  @Test
  void refusesAnotherEncoding() throws IOException {
    Files.write(file(), "name: Zürich".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems()).containsExactly("f.yaml: is not UTF-8 text");
  }

  @Test
  void refusesControlCharactersWithTheirLine() {
    assertThat(problems("a: b\nc: \u0000\n"))
        .containsExactly("f.yaml:2: holds a control character");
  }

  @Test
  void reportsADuplicateKeyWithBothLines() {
    assertThat(problems("a: 1\nb: 2\na: 3\n"))
        .containsExactly("f.yaml:3: a: this key stands in line 1 already");
  }

  @Test
  void refusesAListAsAKey() {
    assertThat(problems("? [a, b]\n: c\n"))
        .containsExactly("f.yaml:1: a key must be a word, not a list or a mapping");
  }

  @Test
  void refusesAFolder() throws IOException {
    Files.createDirectory(file());

    assertThat(problems()).containsExactly("f.yaml: is a folder, not a file");
  }

  @Test
  void refusesAMissingFile() {
    assertThat(problems()).containsExactly("f.yaml: doesn't exist");
  }

  @Test
  void refusesAFileThatItMayNotOpen() throws IOException {
    Files.writeString(file(), "a: b");
    assumeFalse(file().toFile().setReadable(false) && Files.isReadable(file()), "root reads all");

    assertThat(problems()).containsExactly("f.yaml: can't be read: the program may not open it");
  }

  @Test
  void refusesADeviceWithoutReadingIt() {
    Problems problems = new Problems("zero");
    YamlFile.read(Path.of("/dev/zero"), problems);

    assertThat(problems.list()).hasSize(1);
  }

  @Test
  void survivesNumbersThatWouldOverflowThePatternsOfYaml() {
    assertThat(problems("a: 1" + ":59".repeat(100_000))).isEmpty();
    assertThat(problems("a: " + "1_".repeat(100_000) + ".0")).isEmpty();
  }

  @Test
  void refusesMoreValuesThanAnyPackNeeds() {
    assertThat(problems("a: [" + "b,".repeat(1_000_000) + "]"))
        .containsExactly("f.yaml:1: holds more than 200000 values");
  }

  @Test
  void survivesBinaryJunk() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] junk = new byte[random.nextInt(2_000)];
      random.nextBytes(junk);
      Files.write(file(), junk);

      assertThat(problems()).hasSize(1);
    }
  }

  @Test
  void survivesPunctuationInAnyOrder() {
    Random random = new Random(7);
    String signs = "{}[]:,-?|>&*!%@`\"'#\n\t ab1\\~<=";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(60, 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));

      assertThatNoException().as(text.toString()).isThrownBy(() -> problems(text.toString()));
    }
  }

  private List<String> problems(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return problems();
  }

  private List<String> problems() {
    Problems problems = new Problems("f.yaml");
    boolean read = YamlFile.read(file(), problems).isPresent();
    assertThat(read || !problems.isEmpty()).as("read or explained").isTrue();
    return problems.list().stream().map(Problem::toString).toList();
  }

  private Path file() {
    return folder.resolve("f.yaml");
  }
}
