package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/**
 * A live quiz of fifty people on real JDA and real Bolt, with a restart while a question is open.
 */
@Timeout(180)
class LiveOnPlatformsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int QUESTIONS = 3;

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-23T10:00:00Z");
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeSlack slack = new FakeSlack();

  @AfterEach
  void close() {
    discord.close();
    slack.close();
  }

  @Test
  void onDiscord() {
    plays(new DiscordSide(discord, data, clock));
  }

  @Test
  void onSlack() {
    plays(new SlackSide(slack, data, clock));
  }

  private static void until(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(condition);
  }

  private static void hear(List<Side.Told> told, String words) {
    until(() -> told.stream().noneMatch(one -> one.text().isEmpty()));
    assertThat(told).allSatisfy(one -> assertThat(one.text()).contains(words));
  }

  private static String post(Side side, String words) {
    until(() -> side.posts().stream().anyMatch(text -> text.contains(words)));
    return side.posts().stream().filter(text -> text.contains(words)).findFirst().orElseThrow();
  }

  private void plays(Side side) {
    long start = System.nanoTime();
    try (Service service = side.start()) {
      assertThat(service).isNotNull();
      hear(List.of(side.setsUp()), "next drop");
      hear(List.of(side.startsLive(QUESTIONS)), "The live quiz starts");
      post(side, "Nobody has joined yet");
      hear(everybody(person -> side.presses(person, "Live quiz", "Join")), "You are in.");
      hear(List.of(side.presses(1, "Live quiz", "Start now")), "Here it goes");
      everybodyAnswers(side, 1, 0, Side.PEOPLE);
      post(side, "of " + Side.PEOPLE + " right");
      post(side, "Live question 2 of ");
      everybodyAnswers(side, 2, 0, Side.PEOPLE / 2);
    }
    try (Service again = side.start()) {
      assertThat(again).isNotNull();
      everybodyAnswers(side, 2, Side.PEOPLE / 2, Side.PEOPLE);
      post(side, "Live question 3 of ");
      everybodyAnswers(side, 3, 0, Side.PEOPLE);
      check(side, post(side, "The live quiz is over"));
      check(side);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    assertThat(side.refused()).as("how often we were told to slow down").isZero();
    assertThat(side.violations()).isEmpty();
    assertThat(side.edits()).as("edits in %d seconds", seconds).isLessThan(seconds / 5 + 8);
  }

  @FunctionalInterface
  private interface Deed {
    Side.Told of(int person);
  }

  private static List<Side.Told> everybody(Deed deed) {
    return IntStream.range(0, Side.PEOPLE).mapToObj(deed::of).toList();
  }

  /** Every third person is wrong. */
  private void everybodyAnswers(Side side, int place, int from, int to) {
    String post = "Live question " + place + " of ";
    KeyReader.Letters letters = keys.read(post(side, post));
    List<Side.Told> told = new ArrayList<>();
    for (int person = from; person < to; person++) {
      List<String> wrong = new ArrayList<>(letters.right());
      wrong.set(0, letters.wrong().get(0));
      wrong.sort(null);
      told.add(side.answers(person, post, person % 3 == 0 ? wrong : letters.right()));
    }
    hear(told, "Noted: ");
  }

  private static void check(Side side, String board) {
    assertThat(board).contains("and " + (Side.PEOPLE - 10) + " more", "gave the group's points");
    assertThat(Pattern.compile(QUESTIONS + " of " + QUESTIONS + " right").matcher(board).results())
        .hasSize(10);
    String reveals = "33 of " + Side.PEOPLE + " right";
    assertThat(side.posts().stream().filter(text -> text.contains(reveals))).hasSize(QUESTIONS);
    assertThat(side.posts().stream().filter(text -> text.contains("Live question")))
        .hasSize(QUESTIONS)
        .allMatch(
            text -> text.contains(Side.PEOPLE + " have answered") && text.contains("Time is up"));
  }

  /** Everybody's own result, which only the right know as points. */
  private static void check(Side side) {
    List<Side.Told> told =
        everybody(person -> side.presses(person, "The live quiz is over", "My result"));
    hear(told, "You are number ");
    for (int person = 0; person < Side.PEOPLE; person++) {
      String result = told.get(person).text();
      assertThat(result).contains((person % 3 == 0 ? "0" : "3") + " of 3 right");
      assertThat(result.contains("points in the group")).isEqualTo(person % 3 != 0);
    }
  }
}
