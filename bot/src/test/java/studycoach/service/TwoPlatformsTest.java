package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/** One process on both platforms, with one group in a channel of each, and two people on both. */
@Timeout(240)
class TwoPlatformsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");
  private static final Pattern POINTS = Pattern.compile("(\\d+) points");
  private static final Pattern WON = Pattern.compile("\\+(\\d+) points");

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-23T08:30:00Z");
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final studycoach.platform.discord.fake.FakeChannel club =
      discord.guild("club").channel("study");
  private final studycoach.platform.slack.fake.FakeChannel general = acme.channel("study");

  @AfterEach
  void close() {
    discord.close();
    slack.close();
  }

  private String onDiscord(String person, String command, Map<String, Object> options) {
    var who = discord.person(person);
    var asked = who.command(club, "coach " + command, options);
    until(() -> asked.original().filter(answer -> !answer.isThinking()).isPresent());
    return asked.original().orElseThrow().text();
  }

  private String onSlack(String person, String line) {
    var asked = acme.person(person).command(general, "/coach", line);
    until(() -> !asked.messages().isEmpty());
    return asked.messages().get(0).text();
  }

  private static void until(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(condition);
  }

  private static String code(String answer) {
    Matcher code = CODE.matcher(answer);
    assertThat(code.find()).as(answer).isTrue();
    return code.group();
  }

  private void links(String person) {
    String code = code(onDiscord(person, "link start", Map.of()));
    var entered = acme.person(person).command(general, "/coach", "link enter " + code);
    until(() -> !entered.messages().isEmpty());
    var pressed = acme.person(person).presses(entered.messages().get(0), "Link");
    until(() -> pressed.acknowledged().isPresent());
    until(() -> entered.messages().get(0).text().contains("one"));
  }

  private String comesOnDiscord(String words, int number) {
    return newest(() -> discordShows(words), number);
  }

  private String comesOnSlack(String words, int number) {
    return newest(() -> slackShows(words), number);
  }

  /** The newest of so many messages, once they are there. */
  private static String newest(Callable<List<String>> shown, int number) {
    List<String> found = await().atMost(SOON).until(shown, texts -> texts.size() >= number);
    assertThat(found).hasSize(number);
    return found.get(number - 1);
  }

  private List<String> discordShows(String words) {
    return shown(club.messages().stream().map(m -> m.isEphemeral() ? "" : m.text()), words);
  }

  private List<String> slackShows(String words) {
    return shown(general.messages().stream().map(m -> m.isEphemeral() ? "" : m.text()), words);
  }

  private static List<String> shown(Stream<String> texts, String words) {
    return texts.filter(text -> text.contains(words)).toList();
  }

  private int answersOnDiscord(String person, List<String> letters) {
    var question =
        club.messages().stream()
            .filter(message -> message.text().contains("Open until"))
            .reduce((first, second) -> second)
            .orElseThrow();
    var answer = KeyReader.answer(discord.person(person), question, letters);
    until(() -> answer.original().filter(text -> !text.isThinking()).isPresent());
    return won(answer.original().orElseThrow().text());
  }

  private int answersOnSlack(String person, List<String> letters) {
    var question =
        general.messages().stream()
            .filter(message -> message.text().contains("Open until"))
            .reduce((first, second) -> second)
            .orElseThrow();
    var answer = SlackTrial.answer(acme.person(person), question, letters);
    until(() -> !answer.messages().isEmpty());
    return won(answer.messages().get(0).text());
  }

  private static int won(String answer) {
    Matcher won = WON.matcher(answer);
    return won.find() ? Integer.parseInt(won.group(1)) : 0;
  }

  private static List<Integer> points(String board) {
    return POINTS.matcher(board).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  @Test
  void aGroupPlaysFiveDropsOnBothAndCountsThemTogether() {
    OnDiscord discordSide = new OnDiscord(discord, data);
    OnSlack slackSide = new OnSlack(slack, data);
    discord.person("amira").manages();
    acme.person("sara").admin();
    try (Service service =
        Service.start(
            discordSide.settings(),
            List.of(discordSide.adapter(), slackSide.adapter(acme)),
            clock,
            discordSide.registry())) {
      assertThat(service).isNotNull();
      onDiscord(
          "amira",
          "setup",
          Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC", "reveal", "4h"));
      String code = code(onDiscord("amira", "group invite", Map.of()));
      assertThat(onSlack("ben", "group join " + code)).contains("Only somebody who manages");
      assertThat(onSlack("sara", "group join " + code)).contains("MLS-C01");
      links("dana");
      links("erik");

      int all = 0;
      for (int day = 1; day <= 5; day++) {
        all += plays(day);
      }

      String seen = onDiscord("ben", "leaderboard", Map.of("period", "all"));
      String alsoSeen = onSlack("sam", "leaderboard period all");
      assertThat(points(seen).subList(0, 6)).isEqualTo(points(alsoSeen).subList(0, 6));
      assertThat(points(seen).get(0)).isEqualTo(all);
      assertThat(onDiscord("dana", "streak", Map.of())).contains("5 drops");
      assertThat(onSlack("dana", "streak")).contains("5 drops");
      assertThat(onSlack("sam", "streak")).contains("5 drops");
    }
  }

  /** Everybody is right but cem and tia; gives what a right answer brought. */
  private int plays(int day) {
    clock.set("2026-03-2" + (2 + day) + "T09:00:00Z");
    comesOnDiscord("Open until", 1);
    KeyReader.Letters letters = keys.read(comesOnSlack("Open until", 1));
    List<String> wrong =
        Stream.concat(letters.wrong().stream().limit(1), letters.right().stream().skip(1)).toList();
    int points = answersOnDiscord("ben", letters.right());
    assertThat(answersOnDiscord("cem", wrong)).isZero();
    assertThat(answersOnSlack("sam", letters.right())).isEqualTo(points).isPositive();
    assertThat(answersOnSlack("tia", wrong)).isZero();
    boolean onSlack = day % 2 == 0;
    for (String linked : List.of("dana", "erik")) {
      assertThat(
              onSlack
                  ? answersOnSlack(linked, letters.right())
                  : answersOnDiscord(linked, letters.right()))
          .isEqualTo(points);
      assertThat(onSlack ? answersOnDiscord(linked, wrong) : answersOnSlack(linked, wrong))
          .as("answered already")
          .isZero();
    }
    clock.set("2026-03-2" + (2 + day) + "T13:00:00Z");
    comesOnDiscord("The answer", day);
    comesOnSlack("The answer", day);
    // Otherwise the next day's question might be taken for this one.
    until(() -> discordShows("Open until").isEmpty() && slackShows("Open until").isEmpty());
    until(() -> slackShows("6 have answered").size() >= day);
    comesOnDiscord("6 have answered", day);
    return points;
  }
}
