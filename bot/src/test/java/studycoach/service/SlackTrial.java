package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;

/**
 * An evening of a group on Slack in real time: the program in a process of its own, with a drop
 * some minutes ahead and its reveal five minutes later, with everything told three times, with a
 * bad line, and with kills while a post is in doubt. Run it from the repository's root; the word is
 * the way in which Slack tells of events, the number that of the kills:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.SlackTrial -Dexec.args="socket 3"
 * </pre>
 */
public final class SlackTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration PUNCTUAL = Duration.ofSeconds(5);
  private static final int QUESTIONS = 5;
  private static final Pattern POINTS = Pattern.compile("\\+(\\d+) points");

  private final Clock clock = Clock.systemUTC();
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final FakePerson ben = acme.person("ben");
  private final FakePerson cem = acme.person("cem");
  private final FakePerson dan = acme.person("dan");
  private final FakePerson eve = acme.person("eve");
  private final KeyReader keys;
  private final boolean http;
  private final int port;
  private final BotProcess bot;
  private boolean failed;

  private SlackTrial(Path folder, Path questions, boolean http) throws IOException {
    this.keys = new KeyReader(Bank.load(questions));
    this.http = http;
    this.port = freePort();
    Map<String, String> set =
        http
            ? Map.of(
                "SLACK_BOT_TOKEN", acme.botToken(),
                "SLACK_SIGNING_SECRET", slack.app().signingSecret(),
                "SLACK_HOST", "127.0.0.1",
                "SLACK_PORT", String.valueOf(port),
                "SLACK_API_URL", slack.apiUrl())
            : Map.of(
                "SLACK_BOT_TOKEN", acme.botToken(),
                "SLACK_APP_TOKEN", slack.app().appToken(),
                "SLACK_API_URL", slack.apiUrl());
    if (http) {
      slack.overHttp(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    }
    bot = new BotProcess(folder, questions, set);
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  public static void main(String[] arguments) throws Exception {
    boolean http = arguments.length > 0 && arguments[0].equals("http");
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path folder = Files.createTempDirectory("coach-slack");
    System.setProperty("coach.log", folder.resolve("trial.log").toString());
    SlackTrial trial = new SlackTrial(folder, Path.of("questions"), http);
    try (BotProcess bot = trial.bot) {
      System.out.println("The program's output is in " + bot.log());
      trial.play(kills);
    }
    System.exit(trial.failed ? 1 : 0);
  }

  private void play(int kills) throws Exception {
    ready(1);
    Instant minute = clock.instant().plusSeconds(179).truncatedTo(ChronoUnit.MINUTES);
    setUp(minute);
    List<FakeMessage> drop = comes("Open until", QUESTIONS, minute);
    int points = answers(drop);
    tell("ben and dan have " + points + " points each");
    home();
    comes("The answer", QUESTIONS, minute.plus(Duration.ofMinutes(5)));
    boards(points);
    for (int kill = 1; kill <= kills; kill++) {
      kill(kill);
    }
    tell("asked to stop: exit status " + bot.stop());
    say("nobody was told that anything failed", slack.failed().isEmpty());
    say(
        "nothing sent was beyond Slack's limits, or undocumented " + slack.violations(),
        slack.violations().isEmpty());
    say("answers 429: " + slack.limits().refused(), slack.limits().refused() == 0);
  }

  /** Waits for the so-manieth start. */
  private void ready(int start) {
    until(
        "it runs",
        () ->
            Files.readString(bot.log()).split("Running on slack", -1).length > start
                && (http || slack.socket().connections() == 2));
  }

  private void setUp(Instant minute) {
    LocalTime time = LocalTime.ofInstant(minute, ZoneOffset.UTC);
    answered(
        amira,
        amira.command(
            general, "/coach", "setup mls-c01 time 4:30 zone:\"UTC\" questions 1 reveal:5m"));
    FakeInteraction asked = amira.command(general, "/coach", "setup");
    answered(amira, asked);
    FakeMessage panel = asked.messages().get(0);
    amira.selects(panel, "Questions: 1", String.valueOf(QUESTIONS));
    until("the view says so", () -> panel.text().contains("questions: " + QUESTIONS));
    amira.presses(panel, "Time and zone");
    until("a form is open", () -> amira.modal().isPresent());
    amira.submits(Map.of("time", time.toString()));
    until("the view says so", () -> panel.text().contains("time: " + time));
    tell(panel.text());
  }

  /** Waits for public messages with these words and gives them. */
  private List<FakeMessage> comes(String words, int number, Instant due) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.between(clock.instant(), due).plus(PATIENCE))
        .until(() -> posts(words).count() >= 1);
    Duration late = Duration.between(due, clock.instant());
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(PATIENCE)
        .until(() -> posts(words).count() >= number);
    Duration all = Duration.between(due, clock.instant());
    say(
        "“"
            + words
            + "” "
            + late.toMillis()
            + " ms after the minute, "
            + number
            + " of them "
            + all.toMillis()
            + " ms after it",
        !late.isNegative() && all.compareTo(PUNCTUAL) < 0 && posts(words).count() == number);
    return posts(words).toList();
  }

  private Stream<FakeMessage> posts(String words) {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains(words));
  }

  /**
   * All answer, some with everything told three times, the last on a bad line; gives the points
   * that each right answer brought together.
   */
  private int answers(List<FakeMessage> drop) {
    List<FakeInteraction> right = new ArrayList<>(answers(drop.subList(0, 2), () -> {}));
    slack.deliveries().repeats(3);
    right.addAll(answers(drop.subList(2, 4), () -> {}));
    slack.deliveries().repeats(1);
    slack.faults().next(3, "chat.update", Fault.rateLimited(Duration.ofSeconds(2)));
    slack.faults().next(3, "chat.update", Fault.status(503));
    right.addAll(answers(drop.subList(4, 5), http ? () -> {} : () -> slack.socket().dropsOne()));
    until(
        "the posts count 4 each; who clicked twice counts once",
        () -> posts("4 have answered").count() == drop.size());
    return right.stream()
        .map(answer -> POINTS.matcher(answer.messages().get(0).text()))
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }

  /** Gives ben's, which are right. */
  private List<FakeInteraction> answers(List<FakeMessage> questions, Runnable trouble) {
    List<FakeInteraction> right = new ArrayList<>();
    List<FakeInteraction> all = new ArrayList<>();
    for (FakeMessage question : questions) {
      KeyReader.Letters letters = keys.read(question.text());
      List<String> wrong = new ArrayList<>(letters.right());
      wrong.set(0, letters.wrong().get(0));
      FakeInteraction first = answer(ben, question, letters.right());
      right.add(first);
      await().pollInterval(Duration.ofMillis(1)).until(() -> first.acknowledged().isPresent());
      trouble.run(); // Slack tells nobody again of a press whose acknowledgement is lost.
      all.add(answer(cem, question, wrong));
      all.add(answer(dan, question, letters.right()));
      all.add(answer(eve, question, wrong));
      all.add(answer(eve, question, letters.right()));
    }
    all.addAll(right);
    all.forEach(answer -> answered(answer.person(), answer));
    return right;
  }

  static FakeInteraction answer(FakePerson person, FakeMessage question, List<String> letters) {
    if (letters.size() == 1) {
      return person.presses(question, letters.get(0));
    }
    person.checks(question, letters.toArray(String[]::new));
    return person.presses(question, "Submit");
  }

  /** Waits until somebody has their answer, which only they may see. */
  private void answered(FakePerson person, FakeInteraction interaction) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(PATIENCE)
        .until(() -> !interaction.messages().isEmpty() && interaction.acknowledged().isPresent());
    Duration after = interaction.acknowledged().orElseThrow();
    FakeMessage answer = interaction.messages().get(0);
    String start = answer.text().lines().findFirst().orElse("");
    say(
        person.name() + " after " + after.toMillis() + " ms: " + start,
        after.compareTo(AT_ONCE) < 0
            && answer.isOnlyFor(person)
            && interaction.messages().size() == 1);
  }

  private void home() {
    ben.opensHome();
    until("ben's Home is there", () -> ben.home().isPresent());
    String home = ben.home().orElseThrow().text();
    tell(home);
    say("it knows that ben has answered", home.contains("answered") && home.contains("1 drop"));
  }

  private void boards(int points) {
    FakeInteraction board = ben.command(general, "/coach", "leaderboard period week");
    answered(ben, board);
    String lines = board.messages().get(0).text();
    tell(lines);
    for (String name : List.of("you", "dan")) {
      say(
          "the board gives " + name + " " + points,
          lines.lines().anyMatch(line -> line.contains(name) && line.contains("" + points)));
    }
    for (FakePerson person : List.of(ben, cem, dan, eve)) {
      FakeInteraction streak = person.command(general, "/coach", "streak");
      answered(person, streak);
      say("a streak of 1", streak.messages().get(0).text().contains("1 drop"));
    }
  }

  /** Kills the program while the first of some posts stands and its answer is on the way. */
  private void kill(int round) throws IOException, InterruptedException {
    slack.faults().next(1, "chat.postMessage", Fault.slow(Duration.ofSeconds(3)));
    long before = posts("Extra question").count();
    answered(amira, amira.command(general, "/coach", "group post"));
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(PATIENCE)
        .until(() -> posts("Extra question").count() > before);
    bot.kill();
    tell("killed, round " + round);
    bot.startAgain();
    ready(round + 1);
    await()
        .pollDelay(Duration.ofSeconds(12))
        .atMost(PATIENCE)
        .until(() -> posts("Extra question").count() >= before + QUESTIONS);
    say(
        "each question stands once",
        posts("Extra question").count() == before + QUESTIONS
            && posts("Extra question").map(FakeMessage::text).distinct().count()
                == posts("Extra question").count());
    FakeMessage newest = posts("Extra question").reduce((first, second) -> second).orElseThrow();
    answered(ben, answer(ben, newest, keys.read(newest.text()).right()));
  }

  private void until(String what, Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(condition);
    tell("ok      " + what);
  }

  private void say(String what, boolean good) {
    failed |= !good;
    tell((good ? "ok      " : "FAILED  ") + what);
  }

  private static void tell(String line) {
    System.out.println(line);
  }
}
