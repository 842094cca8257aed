package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.Kind;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/**
 * A live quiz of fifty people on real JDA and real Bolt, with a restart while a question is open.
 */
@Timeout(180)
class LiveOnPlatformsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PEOPLE = 50;
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

  /** A channel of a platform. The first person is an administrator. */
  private interface Side {
    Service start();

    Told setsUp();

    Told starts();

    Told presses(int person, String post, String label);

    Told answers(int person, String post, List<String> letters);

    /** What all see, the oldest first, without formatting. */
    List<String> posts();

    /** The number of edits of what all see. */
    long edits();

    /** How often we were told to slow down. */
    long refused();

    List<String> violations();
  }

  /** What somebody was answered; empty until then. */
  @FunctionalInterface
  private interface Told {
    String text();
  }

  private final class OfDiscord implements Side {
    private final OnDiscord side = new OnDiscord(discord, data);
    private final studycoach.platform.discord.fake.FakeChannel channel =
        discord.guild("club").channel("study");
    private final List<studycoach.platform.discord.fake.FakePerson> people =
        IntStream.range(0, PEOPLE).mapToObj(i -> discord.person("person" + i)).toList();

    OfDiscord() {
      people.get(0).manages();
    }

    @Override
    public Service start() {
      return side.start(clock);
    }

    private Told told(studycoach.platform.discord.fake.FakeInteraction interaction) {
      return () ->
          interaction
              .original()
              .filter(answer -> !answer.isThinking())
              .map(answer -> answer.text().replace("*", ""))
              .orElse("");
    }

    @Override
    public Told setsUp() {
      Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
      return told(people.get(0).command(channel, "coach setup", wish));
    }

    @Override
    public Told starts() {
      Map<String, Integer> wish = Map.of("count", QUESTIONS, "seconds", 60);
      return told(people.get(1).command(channel, "coach live start", wish));
    }

    private studycoach.platform.discord.fake.FakeMessage post(String words) {
      return channel.messages().stream()
          .filter(message -> !message.isEphemeral() && message.text().contains(words))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Told presses(int person, String post, String label) {
      return told(people.get(person).presses(post(post), label));
    }

    @Override
    public Told answers(int person, String post, List<String> letters) {
      return told(KeyReader.answer(people.get(person), post(post), letters));
    }

    @Override
    public List<String> posts() {
      return channel.messages().stream()
          .filter(message -> !message.isEphemeral())
          .map(message -> message.text().replace("*", ""))
          .toList();
    }

    @Override
    public long edits() {
      return discord.rest().seen(Kind.MESSAGE_EDIT).size();
    }

    @Override
    public long refused() {
      return discord.rest().seen().stream().filter(one -> one.status() == 429).count();
    }

    @Override
    public List<String> violations() {
      return discord.violations();
    }
  }

  private final class OfSlack implements Side {
    private final OnSlack side = new OnSlack(slack, data);
    private final FakeWorkspace acme = slack.workspace("acme");
    private final studycoach.platform.slack.fake.FakeChannel channel = acme.channel("study");
    private final List<studycoach.platform.slack.fake.FakePerson> people =
        IntStream.range(0, PEOPLE).mapToObj(i -> acme.person("person" + i)).toList();

    OfSlack() {
      people.get(0).admin();
    }

    @Override
    public Service start() {
      Service service = side.start(clock, acme);
      until(() -> slack.socket().connections() == 2);
      return service;
    }

    private Told told(studycoach.platform.slack.fake.FakeInteraction interaction) {
      return () ->
          interaction.messages().stream()
              .findFirst()
              .map(studycoach.platform.slack.fake.FakeMessage::text)
              .orElse("");
    }

    @Override
    public Told setsUp() {
      return told(people.get(0).command(channel, "/coach", "setup mls-c01 time 9:00 zone UTC"));
    }

    @Override
    public Told starts() {
      String line = "live start count:" + QUESTIONS + " seconds:60";
      return told(people.get(1).command(channel, "/coach", line));
    }

    private studycoach.platform.slack.fake.FakeMessage post(String words) {
      return channel.messages().stream()
          .filter(message -> !message.isEphemeral() && message.text().contains(words))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Told presses(int person, String post, String label) {
      return told(people.get(person).presses(post(post), label));
    }

    @Override
    public Told answers(int person, String post, List<String> letters) {
      return told(SlackTrial.answer(people.get(person), post(post), letters));
    }

    @Override
    public List<String> posts() {
      return channel.messages().stream()
          .filter(message -> !message.isEphemeral())
          .map(studycoach.platform.slack.fake.FakeMessage::text)
          .toList();
    }

    @Override
    public long edits() {
      return slack.exchanges("chat.update").size();
    }

    @Override
    public long refused() {
      return slack.limits().refused();
    }

    @Override
    public List<String> violations() {
      return slack.violations();
    }
  }

  @Test
  void onDiscord() {
    plays(new OfDiscord());
  }

  @Test
  void onSlack() {
    plays(new OfSlack());
  }

  private static void until(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(condition);
  }

  private static void hear(List<Told> told, String words) {
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
      hear(List.of(side.starts()), "The live quiz starts");
      post(side, "Nobody has joined yet");
      hear(everybody(person -> side.presses(person, "Live quiz", "Join")), "You are in.");
      hear(List.of(side.presses(1, "Live quiz", "Start now")), "Here it goes");
      everybodyAnswers(side, 1, 0, PEOPLE);
      post(side, "of " + PEOPLE + " right");
      post(side, "Live question 2 of ");
      everybodyAnswers(side, 2, 0, PEOPLE / 2);
    }
    try (Service again = side.start()) {
      assertThat(again).isNotNull();
      everybodyAnswers(side, 2, PEOPLE / 2, PEOPLE);
      post(side, "Live question 3 of ");
      everybodyAnswers(side, 3, 0, PEOPLE);
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
    Told of(int person);
  }

  private static List<Told> everybody(Deed deed) {
    return IntStream.range(0, PEOPLE).mapToObj(deed::of).toList();
  }

  /** Every third person is wrong. */
  private void everybodyAnswers(Side side, int place, int from, int to) {
    String post = "Live question " + place + " of ";
    KeyReader.Letters letters = keys.read(post(side, post));
    List<Told> told = new ArrayList<>();
    for (int person = from; person < to; person++) {
      List<String> wrong = new ArrayList<>(letters.right());
      wrong.set(0, letters.wrong().get(0));
      wrong.sort(null);
      told.add(side.answers(person, post, person % 3 == 0 ? wrong : letters.right()));
    }
    hear(told, "Noted: ");
  }

  private static void check(Side side, String board) {
    assertThat(board).contains("and " + (PEOPLE - 10) + " more", "gave the group's points");
    assertThat(Pattern.compile(QUESTIONS + " of " + QUESTIONS + " right").matcher(board).results())
        .hasSize(10);
    String reveals = "33 of " + PEOPLE + " right";
    assertThat(side.posts().stream().filter(text -> text.contains(reveals))).hasSize(QUESTIONS);
    assertThat(side.posts().stream().filter(text -> text.contains("Live question")))
        .hasSize(QUESTIONS)
        .allMatch(text -> text.contains(PEOPLE + " have answered") && text.contains("Time is up"));
  }

  /** Everybody's own result, which only the right know as points. */
  private static void check(Side side) {
    List<Told> told =
        everybody(person -> side.presses(person, "The live quiz is over", "My result"));
    hear(told, "You are number ");
    for (int person = 0; person < PEOPLE; person++) {
      String result = told.get(person).text();
      assertThat(result).contains((person % 3 == 0 ? "0" : "3") + " of 3 right");
      assertThat(result.contains("points in the group")).isEqualTo(person % 3 != 0);
    }
  }
}
