package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.markup.CommonMark;
import studycoach.pack.lint.Linter;
import studycoach.yaml.Problem;

/** Whatever stands in a pack: it is read or told, with its place, and soon. */
class FuzzedPackTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int MOST_CHANGES = 4;
  private static final int HUGE = 60_000;
  private static final int LONGEST = 1_000;
  private static final String SERVICES =
      """
      services:
        - names: [Old, "Older One"]
          status: renamed
          since: 2024-01-01
          now: New
          alone: true
          source: https://example.org/old
      """;

  /** What stands in YAML, and what a careless or wicked hand may put in its place. */
  private static final List<String> PIECES =
      List.of(
          Character.toString('\n'),
          "  ",
          "- ",
          ": ",
          ":",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "#",
          "&a ",
          "*a",
          "!!int ",
          "<<: *a",
          "---\n",
          "...\n",
          "|\n",
          ">-\n",
          "? ",
          "%YAML 1.1\n",
          "\t",
          "\u0000",
          "\ufeff",
          "\u2028",
          "😀",
          "\u202e",
          "\ud83d",
          "null",
          "~",
          "true",
          "1e999",
          "99999999999999999999",
          "-1",
          "0x7fffffff",
          ".nan",
          "2026-99-99",
          "+999999999-12-31",
          "A, B and C",
          "questions:",
          "options:",
          "key: true",
          "type: ordering",
          "[[[[[[[[[[[[[[[[[[[[[[[[[",
          "http://[",
          "enemies: [x-001, x-001]",
          "`",
          "**",
          "> > > >",
          "![](",
          "<b>");

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(MOST_CHANGES) + 1;
        change > 0 && !changed.isEmpty();
        change--) {
      int from = random.nextInt(changed.length());
      int to = Math.min(changed.length(), from + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> changed.delete(from, to);
        case 1 -> changed.insert(from, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> changed.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        default -> shuffleLines(changed, random);
      }
    }
    return changed.toString();
  }

  private static void shuffleLines(StringBuilder text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
    int at = random.nextInt(lines.size());
    Collections.shuffle(lines.subList(at, Math.min(lines.size(), at + 4)), random);
    text.setLength(0);
    text.append(String.join("\n", lines));
  }

  private final Path folder = fresh();

  private static Path fresh() {
    try {
      return Files.createTempDirectory("packs");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterProperty
  void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void write(String file, byte[] content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads, checks and serves what is there. */
  private void reads() {
    long start = System.nanoTime();
    PlacedBank bank = PlacedBank.load(folder);
    List<Problem> findings = new ArrayList<>(Linter.findings(folder, bank));
    findings.addAll(bank.problems());
    bank.bank().packs().stream()
        .flatMap(pack -> pack.questions().stream())
        .forEach(question -> CommonMark.read(question.stem() + question.explanation()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(findings)
        .allSatisfy(
            problem -> {
              assertThat(problem.file()).isNotBlank();
              assertThat(problem.line()).isNotNegative();
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.toString()).hasSizeLessThan(LONGEST).doesNotContain("\n");
            });
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void aChangedPackIsReadOrToldWithItsPlace(@ForAll long seed) {
    Random random = new Random(seed);
    int changed = random.nextInt(4);
    write("x-1/exam.yaml", changed == 0 ? changed(TestPack.EXAM, random) : TestPack.EXAM);
    write("x-1/data.yaml", changed == 1 ? changed(TestPack.DATA, random) : TestPack.DATA);
    write(
        "x-1/modeling.yaml", changed == 2 ? changed(TestPack.MODELING, random) : TestPack.MODELING);
    write("services.yaml", changed == 3 ? changed(SERVICES, random) : SERVICES);

    reads();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void bytesOfAnyKindAreToldWithTheirFile(@ForAll byte[] bytes) {
    write("x-1/exam.yaml", TestPack.EXAM);
    write("x-1/data.yaml", bytes);

    reads();
    assertThat(Bank.load(folder).problems())
        .anyMatch(problem -> problem.file().equals("x-1/data.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A, ",
        "A and ",
        "> ",
        ">",
        "[",
        "](",
        "![",
        "*",
        "**a",
        "*a* ",
        "_",
        "`",
        "- ",
        "1. ",
        "<a ",
        "&amp;",
        "\\\\",
        "\\n\\n",
        "\\n> ",
        "a ",
        "Choose TWO. ",
        "option ",
        "the option above ",
        "NOT ",
        "😀",
        "1",
        ".",
        "-",
        "http://a.b/"
      })
  void aTextOfAnyLengthIsReadOrToldSoon(String piece) throws IOException {
    try {
      String text = piece.repeat(HUGE / piece.length());
      write("x-1/exam.yaml", TestPack.EXAM);
      write(
          "x-1/data.yaml",
          TestPack.DATA
              .replace("Which store is cheapest?", "\"" + text + "\"")
              .replace("Objects are cheap.", "\"" + text + "\"")
              .replace("Object store", "\"" + text + "\""));

      reads();
    } finally {
      delete();
    }
  }
}
