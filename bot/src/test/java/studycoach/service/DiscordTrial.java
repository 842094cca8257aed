package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;

/**
 * An evening of a group on Discord in real time: the program in a process of its own, with a drop
 * two minutes ahead and its reveal five minutes later, with a bad line in between and with kills
 * while a post is in doubt. Run it from the repository's root; the number is that of the kills:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.DiscordTrial -Dexec.args="5"
 * </pre>
 */
public final class DiscordTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration PUNCTUAL = Duration.ofSeconds(5);
  private static final int QUESTIONS = 5;
  private static final Pattern POINTS = Pattern.compile("\\+(\\d+) points");

  private final Clock clock = Clock.systemUTC();
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeChannel general = discord.guild("club").channel("general");
  private final FakePerson amira = discord.person("amira").manages();
  private final FakePerson ben = discord.person("ben");
  private final FakePerson cem = discord.person("cem");
  private final FakePerson dan = discord.person("dan");
  private final FakePerson eve = discord.person("eve");
  private final KeyReader keys;
  private final BotProcess bot;
  private boolean failed;

  private DiscordTrial(Path folder, Path questions) throws IOException {
    keys = new KeyReader(Bank.load(questions));
    Map<String, String> set =
        Map.of("DISCORD_TOKEN", discord.token(), "DISCORD_API_URL", discord.apiUrl());
    bot = new BotProcess(folder, questions, set);
  }

  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    Path folder = Files.createTempDirectory("coach-discord");
    System.setProperty("coach.log", folder.resolve("trial.log").toString());
    DiscordTrial trial = new DiscordTrial(folder, Path.of("questions"));
    try (BotProcess bot = trial.bot) {
      System.out.println("The program's output is in " + bot.log());
      trial.play(kills);
    }
    System.exit(trial.failed ? 1 : 0);
  }

  private void play(int kills) throws Exception {
    until("the commands are registered", () -> !discord.commands().isEmpty());
    Instant minute = clock.instant().plusSeconds(179).truncatedTo(ChronoUnit.MINUTES);
    setUp(minute);
    List<FakeMessage> drop = comes("Open until", QUESTIONS, minute);
    say("nobody sees more than the questions", !seen(eve).contains("Right."));
    int points = answers(drop);
    tell("ben and dan have " + points + " points each");
    comes("The answer", QUESTIONS, minute.plus(Duration.ofMinutes(5)));
    boards(points);
    for (int kill = 1; kill <= kills; kill++) {
      kill(kill);
    }
    stops();
    say(
        "nothing sent was beyond Discord's limits " + discord.violations(),
        discord.violations().isEmpty());
  }

  private void setUp(Instant minute) {
    LocalTime time = LocalTime.ofInstant(minute, ZoneOffset.UTC);
    answered(
        amira,
        amira.command(
            general,
            "coach setup",
            Map.of(
                "exam",
                "MLS-C01",
                "time",
                time.toString(),
                "zone",
                "UTC",
                "reveal",
                "5m",
                "questions",
                QUESTIONS)));
  }

  /** Waits for public messages with these words and gives them. */
  private List<FakeMessage> comes(String words, int number, Instant due) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.between(clock.instant(), due).plus(PATIENCE))
        .until(() -> posts(words).count() >= number);
    Duration late = Duration.between(due, clock.instant());
    say(
        number + " × “" + words + "” " + late.toMillis() + " ms after the minute",
        !late.isNegative() && late.compareTo(PUNCTUAL) < 0 && posts(words).count() == number);
    return posts(words).toList();
  }

  private Stream<FakeMessage> posts(String words) {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains(words));
  }

  /** All answer, on a bad line; gives the points that each right answer brought together. */
  private int answers(List<FakeMessage> drop) {
    discord.faults().next(3, Kind.MESSAGE_EDIT, Fault.rateLimited(Duration.ofSeconds(2)));
    discord.faults().next(3, Kind.MESSAGE_EDIT, Fault.status(502));
    List<FakeInteraction> right = new ArrayList<>();
    List<FakeInteraction> all = new ArrayList<>();
    for (FakeMessage question : drop) {
      KeyReader.Letters letters = keys.read(question);
      List<String> wrong = new ArrayList<>(letters.right());
      wrong.set(0, letters.wrong().get(0));
      right.add(answers(ben, question, letters.right()));
      discord.gateway().drops();
      all.add(answers(cem, question, wrong));
      all.add(answers(dan, question, letters.right()));
      all.add(answers(eve, question, wrong));
      all.add(answers(eve, question, letters.right()));
    }
    all.addAll(right);
    all.forEach(answer -> answered(answer.person(), answer));
    until(
        "the posts count 4 each; who clicked twice counts once",
        () -> posts("4 have answered").count() == drop.size());
    return right.stream()
        .map(answer -> POINTS.matcher(answer.original().orElseThrow().text()))
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }

  private static FakeInteraction answers(
      FakePerson person, FakeMessage question, List<String> letters) {
    return letters.size() == 1
        ? person.presses(question, letters.get(0))
        : person.chooses(question, letters);
  }

  /** Waits until somebody has their answer, which only they may see. */
  private void answered(FakePerson person, FakeInteraction interaction) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(PATIENCE)
        .until(() -> interaction.original().filter(answer -> !answer.isThinking()).isPresent());
    Duration after = interaction.acknowledged().orElseThrow();
    FakeMessage answer = interaction.original().orElseThrow();
    String start = answer.text().lines().findFirst().orElse("");
    say(
        person.name() + " after " + after.toMillis() + " ms: " + start,
        after.compareTo(AT_ONCE) < 0 && answer.isOnlyFor(person));
  }

  private void boards(int points) {
    FakeInteraction board = ben.command(general, "coach leaderboard", Map.of("period", "week"));
    answered(ben, board);
    String lines = board.original().orElseThrow().text();
    tell(lines);
    for (String name : List.of("you", dan.id())) {
      say(
          "the board gives " + name + " " + points,
          lines.lines().anyMatch(line -> line.contains(name) && line.contains("" + points)));
    }
    for (FakePerson person : List.of(ben, cem, dan, eve)) {
      FakeInteraction streak = person.command(general, "coach streak", Map.of());
      answered(person, streak);
      say("a streak of 1", streak.original().orElseThrow().text().contains("1 drop"));
    }
  }

  /** Kills the program while the first of some posts stands and its answer is on the way. */
  private void kill(int round) throws IOException, InterruptedException {
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.slow(Duration.ofSeconds(3)));
    long before = posts("Extra question").count();
    answered(amira, amira.command(general, "coach group post", Map.of()));
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(PATIENCE)
        .until(() -> posts("Extra question").count() > before);
    bot.kill();
    tell("killed, round " + round);
    int sessions = discord.gateway().identified();
    bot.startAgain();
    until("it is back", () -> discord.gateway().identified() > sessions);
    await()
        .pollDelay(Duration.ofSeconds(12))
        .atMost(PATIENCE)
        .until(() -> posts("Extra question").count() >= before + QUESTIONS);
    say(
        "each question stands once",
        posts("Extra question").count() == before + QUESTIONS
            && posts("Extra question").map(FakeMessage::id).distinct().count()
                == posts("Extra question").count());
    FakeMessage newest = posts("Extra question").reduce((first, second) -> second).orElseThrow();
    answered(ben, answers(ben, newest, keys.read(newest).right()));
  }

  private void stops() throws IOException, InterruptedException {
    tell("asked to stop: exit status " + bot.stop());
    bot.startAgain();
    int sessions = discord.gateway().identified();
    until("it is back", () -> discord.gateway().identified() > sessions);
    discord.gateway().closes(4004);
    int status = bot.exit();
    say("turned away: exit status " + status, status == 1);
  }

  private String seen(FakePerson person) {
    return discord.seenBy(person, general);
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
