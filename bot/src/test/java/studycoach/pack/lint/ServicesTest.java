package studycoach.pack.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.pack.lint.TestFolder.DATA;
import static studycoach.pack.lint.TestFolder.MODELING;
import static studycoach.pack.lint.TestFolder.SERVICES;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
  private static final String DISTRACTOR = "On block volumes of a stopped machine";

  @TempDir private Path questions;
  private TestFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new TestFolder(questions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In Blue Lake, now Amazon Green Lake",
        "In Green Lake (once BlueLake)",
        "In a file called `Blue Lake` there",
        "In Blue Lakes of the stopped machine",
        "In the Amazon Hill AI of a machine",
        "In Hill Pipelines of some machine"
      })
  void letsPresentNamesPass(String distractor) {
    assertThat(folder.edit(DATA, DISTRACTOR, "\"" + distractor + "\"").findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "In a BlueLake of stopped machines, BlueLake",
    "In Amazon Hill of a stopped machine, Amazon Hill",
    "In a Hill job of a stopped machine, Hill",
    "In an Old Green Lake of machines, Old Green Lake"
  })
  void findsOldNames(String distractor, String name) {
    assertThat(folder.edit(DATA, DISTRACTOR, distractor).findings())
        .singleElement()
        .asString()
        .startsWith("x-1/data.yaml:10: text: '" + name + "' was renamed");
  }

  @Test
  void findsAnOldNameAcrossALineBreakInAStem() {
    folder.edit(DATA, "stem: A museum", "stem: >\n      A museum of Blue\n      Lake");

    assertThat(folder.findings()).singleElement().asString().startsWith("x-1/data.yaml:7: stem: ");
  }

  @Test
  void aClosedServiceMayBeADistractor() {
    assertThat(folder.edit(DATA, DISTRACTOR, "On a stopped Blue Lake Looker").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Split the rows", "Train on one part"})
  void everyStepIsPartOfTheKey(String step) {
    assertThat(folder.edit(MODELING, step, "Use Blue Lake Looker").findings())
        .singleElement()
        .asString()
        .contains("'Blue Lake Looker' was shut down; now: Green Lake Viewer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: renamed | status: gone | 3: status: must be one of renamed, maintenance, sunset, shut_down, not 'gone'",
        "now: Amazon Green Lake | old: true | 2: now: is missing: what is it called now?",
        "source: https://example.org/e | source: a page | 6: source: must be an http or https address",
        "names: [Blue Lake, BlueLake] | names: [] | 2: names: has no entry",
        "names: [Blue Lake Looker] | names: [BlueLake] | 7: names: 'BlueLake' stands here for the second time",
        "since: 2025-01-02 | since: soon | 4: since: must be a date like 2026-11-21, not 'soon'"
      })
  void aBrokenListIsReported(String from, String to, String finding) {
    assertThat(folder.edit(SERVICES, from, to).findings()).contains("services.yaml:" + finding);
  }

  @Test
  void aFolderWithoutAListIsNotHeldAgainstOne() {
    folder.edit(DATA, DISTRACTOR, "In a BlueLake of stopped machines").delete(SERVICES);

    assertThat(folder.findings()).isEmpty();
  }
}
