package studycoach.pack.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsNumbersToTheRight() {
    assertThat(
            new Table(List.of("name", "n"), List.of(List.of("a", "10"), List.of("longer", "7")))
                .lines())
        .containsExactly("name     n", "a       10", "longer   7");
  }

  @Test
  void cutsTheFirstColumnToFit() {
    List<String> lines =
        new Table(List.of("name", "n"), List.of(List.of("x".repeat(200), "10"))).lines();

    assertThat(lines.get(1)).hasSize(100).endsWith("x…  10");
  }
}
