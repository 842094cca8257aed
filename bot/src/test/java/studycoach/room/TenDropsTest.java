package studycoach.room;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.room.ExpectedDrops.PEOPLE;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.platform.terminal.Screen;
import studycoach.room.ExpectedDrops.Row;

/** Three people, seventeen drops: the main job, against a table worked out by hand. */
class TenDropsTest {
  private static final Pattern OPTION = Pattern.compile("(?m)^ +([A-F]) {2}(.+)$");
  private static final Pattern COUNT =
      Pattern.compile("(?m)^ +[✓✗] ([A-F]) {2}.+ \\((\\d+) of (\\d+)\\)$");
  private static final Pattern STREAK =
      Pattern.compile("Your streak: (\\d+) drops? · (\\d+) freezes? kept");
  private static final Pattern TITLE =
      Pattern.compile("== Your streak: (\\d+) drops? ==\\R.* freezes kept: (\\d+) ");

  @TempDir Path folder;
  @TempDir Path another;

  private final Path questions = questionsFolder();
  private final Bank bank = Bank.load(questions);
  private final PlayedScreen screen = new PlayedScreen();
  private List<Row> rows = List.of();
  private final Set<String> multipleResponses = new HashSet<>();
  private String speaker = "ann";

  /** The options of the newest question by their letters, and which of them are right. */
  private List<String> letters = List.of();

  private List<String> keys = List.of();
  private Map<String, Integer> chosen = new HashMap<>();

  @BeforeEach
  void read() throws IOException {
    rows = ExpectedDrops.rows();
  }

  @Test
  void theRoomDoesWhatWasWorkedOutByHand() {
    plays();

    assertThat(multipleResponses).as("answers to multiple responses").contains("R", "W");
  }

  @Test
  void theSameLinesDoTheSameThroughAPipe() {
    plays();
    byte[] typed = (String.join("\n", screen.typed()) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    visit(another, Screen.plain(new ByteArrayInputStream(typed), out), ZoneId.of("UTC"));

    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(STREAK.matcher(printed).results().map(r -> r.group(1) + " · " + r.group(2)))
        .containsExactlyElementsOf(
            rows.stream()
                .flatMap(row -> row.answers().stream().map(a -> row.standing(person(a))))
                .map(TenDropsTest::numbers)
                .toList());
  }

  private void plays() {
    say("setup zone:Europe/Berlin time:09:00 days:mon-sat board:off");
    for (int i = 1; i < rows.size(); i++) {
      play(i);
    }
    PEOPLE.forEach(this::explain);
    visit(folder, screen, ZoneId.of("UTC"));
  }

  @Test
  void aRoomHasAGroupThoughTheSystemsZoneIsAnOffset() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    visit(folder, Screen.plain(new ByteArrayInputStream(new byte[0]), out), ZoneOffset.ofHours(2));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Extra question");
  }

  private void visit(Path data, Screen where, ZoneId zone) {
    Room.visit(
        new RoomOptions(
            data,
            questions,
            "coach",
            Optional.of(Instant.parse("2026-03-16T07:00:00Z")),
            Optional.of(7L),
            "ann",
            zone),
        Clock.systemUTC(),
        Ticker.disabledTicker(),
        UnaryOperator.identity(),
        complete -> where);
  }

  private void play(int at) {
    Row row = rows.get(at);
    Row before = rows.get(at - 1);
    if (!row.utc().isEmpty()) {
      screen.plan(() -> row.late() ? "/down 50h" : "/next", output -> moved(at, output));
    }
    if (!row.utc().isEmpty()) {
      PEOPLE.stream()
          .filter(person -> !before.isAnswered(person))
          .forEach(person -> ask(person, before));
    }
    row.answers().forEach(answer -> answer(row, person(answer), answer.substring(4)));
    switch (row.name()) {
      case "2" -> {
        as("ann");
        screen.plan(
            () -> String.join(" ", pick("ann", "W")),
            output -> assertThat(output).contains("the first answer is final: it was right."));
      }
      case "12" -> {
        as("ann");
        screen.plan(
            () -> "setup days:daily",
            output -> assertThat(output).contains("Sun 29 Mar 2026, 09:00 CEST"));
      }
      case "13" -> {
        as("cem");
        say("settings from:2026-03-30 to:2026-03-31");
      }
      case "15" -> {
        as("ann");
        say("group skip");
      }
      case "16" -> {
        as("ann");
        say("group pause");
      }
      case "paused" -> {
        as("ann");
        say("group resume");
      }
      default -> {}
    }
  }

  private void say(String line) {
    screen.plan(
        () -> line,
        output -> assertThat(output).isNotBlank().doesNotContain("There is no ", "no study group"));
  }

  private void as(String person) {
    if (!speaker.equals(person)) {
      speaker = person;
      say("/as " + person);
    }
  }

  /** What comes when the clock has moved: the reveal of the last drop, and the next one. */
  private void moved(int at, String output) {
    Row row = rows.get(at);
    assertThat(output)
        .as(row.name())
        .contains("It is " + row.day() + " 2026, " + row.utc() + " UTC.");
    revealed(rows.stream().limit(at).filter(r -> !r.utc().isEmpty()).toList(), output);
    assertThat(output.contains("Late, since I was down.")).as(row.name()).isEqualTo(row.late());
    assertThat(output.contains("] == Question · ")).as(row.name()).isEqualTo(row.isScheduled());
    if (row.isScheduled()) {
      assertThat(output).as(row.name()).contains("Open until " + ends(at) + " · 0 have answered");
      read(output.substring(output.indexOf("] == Question · ")));
    }
    chosen = new HashMap<>();
  }

  private String ends(int at) {
    if (rows.get(at).name().equals("12")) {
      return "Mon 30 Mar 2026, 09:00 CEST";
    }
    return at + 1 < rows.size()
        ? rows.get(at + 1).day() + " 2026, 09:00 " + rows.get(at + 1).zone()
        : "Mon 6 Apr 2026, 09:00 CEST";
  }

  private void revealed(List<Row> earlier, String output) {
    Row before = earlier.get(earlier.size() - 1);
    int reveal = output.indexOf("] == The answer is ");
    assertThat(reveal >= 0).as("reveal of %s", before.name()).isEqualTo(before.isRevealed());
    if (reveal < 0) {
      return;
    }
    int end = output.indexOf("[My answer]");
    assertThat(output.indexOf("] == The answer", end)).isEqualTo(-1);
    String text = output.substring(reveal, end);
    assertThat(text.stripTrailing().lines().reduce("", (a, b) -> b).strip())
        .as("result of %s", before.name())
        .isEqualTo(before.result());
    List<Matcher> counts = new ArrayList<>();
    Matcher count = COUNT.matcher(text);
    while (count.find()) {
      assertThat(count.group(2))
          .as("choices of %s in %s", count.group(1), before.name())
          .isEqualTo(String.valueOf(chosen.getOrDefault(count.group(1), 0)));
      assertThat(count.group(3)).isEqualTo(String.valueOf(before.answers().size()));
      counts.add(count);
    }
    if (before.answers().isEmpty()) {
      assertThat(counts).isEmpty();
    } else {
      assertThat(counts).hasSizeGreaterThan(3);
    }
    if (before.isScheduled()) {
      assertThat(text).startsWith("] == The answer is " + String.join(" and ", keys) + " ==");
    }
  }

  /** Finds a shown question in the pack by the words of its options. */
  private void read(String shown) {
    Map<String, String> texts = new HashMap<>();
    Matcher option = OPTION.matcher(shown);
    while (option.find()) {
      texts.put(option.group(1), words(option.group(2)));
    }
    List<Body.Option> options =
        bank.packs().stream()
            .flatMap(pack -> pack.questions().stream())
            .map(question -> question.body())
            .flatMap(body -> body instanceof Body.Choices c ? Stream.of(c.options()) : Stream.of())
            .filter(
                all ->
                    all.stream()
                        .map(each -> words(each.text()))
                        .collect(Collectors.toSet())
                        .equals(new HashSet<>(texts.values())))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not in the pack: " + shown));
    Set<String> right =
        options.stream()
            .filter(Body.Option::key)
            .map(each -> words(each.text()))
            .collect(Collectors.toSet());
    letters = texts.keySet().stream().sorted().toList();
    keys = letters.stream().filter(letter -> right.contains(texts.get(letter))).toList();
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private void answer(Row row, String person, String mark) {
    as(person);
    screen.plan(
        () -> {
          List<String> picks = pick(person, mark);
          picks.forEach(letter -> chosen.merge(letter, 1, Integer::sum));
          if (keys.size() > 1) {
            multipleResponses.add(mark);
          }
          return String.join(" ", picks);
        },
        output -> {
          String verdict = mark.equals("R") ? "Right." : "Not this time.";
          assertThat(output).as(row.name()).contains("(only " + person + ") " + verdict);
          assertStanding(STREAK, output, row, person);
        });
  }

  private List<String> pick(String person, String mark) {
    List<String> picks = new ArrayList<>(keys);
    if (mark.equals("W")) {
      List<String> wrong = letters.stream().filter(letter -> !keys.contains(letter)).toList();
      picks.remove(picks.size() - 1);
      picks.add(wrong.get(person.equals("cem") ? wrong.size() - 1 : 0));
    }
    return picks.stream().sorted().toList();
  }

  private void ask(String person, Row before) {
    as(person);
    screen.plan(
        () -> "streak",
        output -> {
          if (before.standing(person).matches("[1-9\\d].*")) {
            assertStanding(TITLE, output, before, person);
          } else {
            assertThat(output).as(before.name()).contains("You have no streak yet");
          }
        });
  }

  private static void assertStanding(Pattern pattern, String output, Row row, String person) {
    Matcher found = pattern.matcher(output);
    assertThat(found.find()).as(output).isTrue();
    assertThat(found.group(1) + " · " + found.group(2))
        .as("%s after %s", person, row.name())
        .isEqualTo(numbers(row.standing(person)));
  }

  private static String numbers(String standing) {
    return standing.replaceAll(" [a-z ]+$", "");
  }

  private void explain(String person) {
    as(person);
    List<String> expected =
        rows.stream()
            .filter(row -> row.isScheduled() || row.name().equals("extra"))
            .map(row -> row.day() + " " + row.explained(person))
            .toList();
    screen.plan(
        () -> "streak drops:60",
        output ->
            assertThat(output.lines().map(String::strip).map(line -> line.replaceAll(" +", " ")))
                .as(person)
                .containsSubsequence(expected)
                .hasSize(expected.size() + 2));
  }

  private static String person(String answer) {
    return answer.substring(0, 3);
  }

  private static Path questionsFolder() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .map(above -> above.resolve("questions"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }
}
