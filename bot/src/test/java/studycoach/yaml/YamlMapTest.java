package studycoach.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlMapTest {
  private final Problems problems = new Problems("f.yaml");
  @TempDir private Path folder;

  enum Colour {
    RED,
    DARK_BLUE
  }

  @Test
  void aTextThatNoMessageHoldsIsToldAsSuch() throws IOException {
    String longest = "> ".repeat(2_000);
    Files.writeString(
        folder.resolve("f.yaml"), "a: '" + longest.strip() + "'\nb: '" + longest + "> >'");
    Problems problems = new Problems("f.yaml");
    YamlMap map = YamlFile.read(folder.resolve("f.yaml"), problems).orElseThrow();

    assertThat(map.text("a")).isEqualTo(longest.strip());
    assertThat(map.text("b")).isEmpty();
    assertThat(problems.list())
        .containsExactly(new Problem("f.yaml", 2, "b", "has more than 4000 characters"));
  }

  @Test
  void readsEveryType() {
    YamlMap map =
        read(
            """
            text: "  some words "
            number: 42
            flag: true
            date: 2026-11-21
            choice: dark_blue
            strings: [a, "1.2", 1.10]
            map: {inner: 7}
            """);

    assertThat(map.text("text")).isEqualTo("some words");
    assertThat(map.number("number", 1, 50)).isEqualTo(42);
    assertThat(map.flag("flag", false)).isTrue();
    assertThat(map.date("date")).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(map.choice("choice", Colour.class)).contains(Colour.DARK_BLUE);
    assertThat(map.strings("strings")).containsExactly("a", "1.2", "1.10");
    assertThat(map.map("map").orElseThrow().number("inner", 0, 9)).isEqualTo(7);
    assertThat(found()).isEmpty();
  }

  @Test
  void keepsWordsThatYamlTakesForSomethingElse() {
    assertThat(read("a: No\n").text("a")).isEqualTo("No");
    assertThat(read("a: 0x1F\n").text("a")).isEqualTo("0x1F");
    assertThat(read("a: \"null\"\n").text("a")).isEqualTo("null");
  }

  @Test
  void findsNothingWrongWithAbsentOptionalKeys() {
    YamlMap map = read("a: b\n");

    assertThat(map.optionalText("x")).isEmpty();
    assertThat(map.optionalDate("x")).isEmpty();
    assertThat(map.optionalStrings("x")).isEmpty();
    assertThat(map.flag("x", true)).isTrue();
    assertThat(found()).isEmpty();
  }

  @Test
  void reportsEveryMissingKeyOnTheFirstLineOfItsMapping() {
    YamlMap map = read("\na: b\n");
    map.text("text");
    map.number("number", 1, 2);
    map.date("date");
    map.choice("choice", Colour.class);
    map.list("list");
    map.map("map");

    assertThat(found())
        .containsExactly(
            "f.yaml:2: text: is missing",
            "f.yaml:2: number: is missing",
            "f.yaml:2: date: is missing",
            "f.yaml:2: choice: is missing",
            "f.yaml:2: list: is missing",
            "f.yaml:2: map: is missing");
  }

  @Test
  void reportsEveryValueOfTheWrongType() {
    YamlMap map =
        read(
            """
            text: [a]
            number: 1.5
            flag: yes
            date: 21.11.2026
            choice: dark_bleu
            list: a
            map: [a]
            strings: [a, {b: c}]
            """);
    map.text("text");
    map.number("number", 1, 2);
    map.flag("flag", true);
    map.date("date");
    map.choice("choice", Colour.class);
    map.list("list");
    map.map("map");
    map.strings("strings");

    assertThat(found())
        .containsExactly(
            "f.yaml:1: text: must be text, not a list",
            "f.yaml:2: number: must be a whole number from 1 to 2, not '1.5'",
            "f.yaml:3: flag: must be true or false, not 'yes'",
            "f.yaml:4: date: must be a date like 2026-11-21, not '21.11.2026'",
            "f.yaml:5: choice: must be one of red, dark_blue, not 'dark_bleu',"
                + " did you mean 'dark_blue'?",
            "f.yaml:6: list: must be a list, not text",
            "f.yaml:7: map: must be a mapping of keys to values, not a list",
            "f.yaml:8: strings: must be text, not a mapping");
  }

  @Test
  void reportsNumbersOutOfRange() {
    YamlMap map = read("a: 0\nb: 11\nc: 99999999999999\n");
    map.number("a", 1, 10);
    map.number("b", 1, 10);
    map.number("c", 1, 10);

    assertThat(problems.list()).extracting(Problem::key).containsExactly("a", "b", "c");
  }

  @Test
  void includesBothEndsOfARange() {
    YamlMap map = read("a: 1\nb: 10\n");

    assertThat(map.number("a", 1, 10)).isEqualTo(1);
    assertThat(map.number("b", 1, 10)).isEqualTo(10);
    assertThat(found()).isEmpty();
  }

  @Test
  void reportsADayThatTheCalendarLacks() {
    read("a: 2026-02-30\n").date("a");

    assertThat(found()).hasSize(1);
  }

  @Test
  void reportsEmptyValues() {
    YamlMap map = read("a:\nb: '  '\nc: ~\nd: []\ne:\n");
    map.text("a");
    map.optionalText("b");
    map.number("c", 1, 2);
    map.list("d");
    map.list("e");

    assertThat(found())
        .containsExactly(
            "f.yaml:1: a: is empty",
            "f.yaml:2: b: is empty",
            "f.yaml:3: c: is empty",
            "f.yaml:4: d: has no entry",
            "f.yaml:5: e: is empty");
  }

  @Test
  void reportsEscapedControlCharactersAndHalfCharacters() {
    YamlMap map = read("a: \"x\\0y\"\nb: \"x\\uD83Dy\"\nc: \"x\\ty\"\n");
    map.text("a");
    map.text("b");
    map.text("c");

    assertThat(problems.list()).extracting(Problem::key).containsExactly("a", "b");
  }

  @Test
  void suggestsTheKnownKeyThatAnUnknownOneResembles() {
    read("stem: a\noptoins: b\nzzz: c\n").onlyKeys("stem", "options");

    assertThat(found())
        .containsExactly(
            "f.yaml:2: optoins: unknown key 'optoins', did you mean 'options'?",
            "f.yaml:3: zzz: unknown key 'zzz'");
  }

  @Test
  void namesInnerKeysByTheirPath() {
    read("schedule:\n  drop:\n    zone: []\n")
        .map("schedule")
        .flatMap(schedule -> schedule.map("drop"))
        .orElseThrow()
        .text("zone");

    assertThat(found()).containsExactly("f.yaml:3: schedule.drop.zone: must be text, not a list");
  }

  @Test
  void namesKeysOfAListsEntryFromTheEntryOn() {
    List<YamlMap> entries = read("groups:\n  - name: a\n  - name: []\n  - b\n").maps("groups");
    entries.forEach(entry -> entry.text("name"));

    assertThat(found())
        .containsExactly(
            "f.yaml:3: name: must be text, not a list",
            "f.yaml:4: groups: must be a mapping of keys to values, not text");
  }

  @Test
  void keepsMessagesShort() {
    read("a: \"" + "x\\n".repeat(10_000) + "\"\n").number("a", 1, 2);

    assertThat(found()).singleElement().asString().hasSizeLessThan(150).doesNotContain("\n");
  }

  @Test
  void listsAtMostTwoHundredProblemsOfAFile() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 1_000).forEach(key -> text.append("k").append(key).append(": x\n"));
    read(text.toString()).onlyKeys("only");

    assertThat(found()).hasSize(201).last().asString().contains("more problems than the 200");
  }

  private YamlMap read(String text) {
    Path file = folder.resolve("f.yaml");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return YamlFile.read(file, problems).orElseThrow();
  }

  private List<String> found() {
    return problems.list().stream().map(Problem::toString).toList();
  }
}
