package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;
import studycoach.testing.World;

/** How the program ends when it is asked to: a process of its own, in real time. */
@Timeout(240)
class StopTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration IN_TIME = Duration.ofSeconds(12);
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final int PEOPLE = 60;

  @TempDir private Path folder;
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));
  private BotProcess bot;

  @BeforeEach
  void start() throws IOException {
    bot =
        new BotProcess(
            folder,
            World.questionsFolder(),
            Map.of(
                "SLACK_BOT_TOKEN", acme.botToken(),
                "SLACK_APP_TOKEN", slack.app().appToken(),
                "SLACK_API_URL", slack.apiUrl()));
    runs(1);
  }

  @AfterEach
  void close() {
    bot.close();
    slack.close();
  }

  private void runs(int starts) {
    await()
        .atMost(SOON)
        .until(
            () -> Files.readString(bot.log()).split("Running on slack", -1).length == starts + 1);
  }

  private FakeMessage question() {
    types("setup exam:MLS-C01 time:9:00 zone:UTC");
    types("group post");
    await().atMost(SOON).until(() -> !posts().isEmpty());
    return posts().get(0);
  }

  private void types(String line) {
    FakeInteraction command = amira.command(general, "/coach", line);
    await().atMost(SOON).until(() -> !command.messages().isEmpty());
  }

  private List<FakeMessage> posts() {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Extra question"))
        .toList();
  }

  private static boolean isConfirmed(FakeInteraction press) {
    return press.messages().stream().anyMatch(message -> message.text().contains("Right."));
  }

  private static List<String> others(List<FakeInteraction> presses) {
    return presses.stream()
        .filter(press -> !isConfirmed(press))
        .flatMap(press -> press.messages().stream().map(FakeMessage::text))
        .distinct()
        .toList();
  }

  /** How many have answered, as the question tells. */
  private static long shown(FakeMessage question) {
    Matcher count = Pattern.compile("(\\d+) have answered").matcher(question.text());
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  private List<FakePerson> people() {
    return IntStream.range(0, PEOPLE).mapToObj(i -> acme.person("p" + i)).toList();
  }

  private FakeInteraction answers(FakePerson person, FakeMessage question) {
    return SlackTrial.answer(person, question, keys.read(question.text()).right());
  }

  private static boolean isAcknowledged(FakeInteraction press) {
    return press.acknowledged().isPresent() && !press.failed();
  }

  @Test
  void whatWasAcknowledgedIsAnsweredOnceAndNothingIsDoubledAfterARestart() throws Exception {
    FakeMessage question = question();
    slack.faults().next(PEOPLE, "response_url", Fault.slow(Duration.ofMillis(800)));

    List<FakeInteraction> presses =
        people().stream().map(person -> answers(person, question)).toList();
    await().atMost(SOON).until(() -> presses.stream().filter(StopTest::isAcknowledged).count() > 9);
    long unanswered = presses.stream().filter(press -> press.messages().isEmpty()).count();
    long asked = System.nanoTime();

    assertThat(bot.stop()).isZero();

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
    assertThat(unanswered).as("there was something to finish").isGreaterThan(10);
    assertThat(presses)
        .filteredOn(StopTest::isAcknowledged)
        .allSatisfy(press -> assertThat(press.messages()).hasSize(1));
    long confirmed = presses.stream().filter(StopTest::isConfirmed).count();
    bot.startAgain();
    runs(2);
    // A press whose acknowledgement was lost with the connection counts too, though nobody heard.
    await(confirmed + " were confirmed, the others heard " + others(presses))
        .atMost(SOON)
        .until(() -> shown(question) >= confirmed);
    assertThat(shown(question)).isLessThanOrEqualTo(PEOPLE);
    types("streak");
    assertThat(posts()).hasSize(1);
    assertThat(presses).allSatisfy(p -> assertThat(p.messages()).hasSizeLessThan(2));
  }

  /** As Ctrl-C does; a job in the background, and all that it starts, hears only the other. */
  private static String interrupt() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    return ignored ? "TERM" : "INT";
  }

  @Test
  void whatDoesNotEndIsLeftToTheNextStart() throws Exception {
    FakeMessage question = question();
    slack.faults().next(1, "response_url", Fault.slow(Duration.ofMinutes(1)));
    FakeInteraction press = answers(acme.person("ben"), question);
    await().atMost(SOON).until(() -> isAcknowledged(press));
    long asked = System.nanoTime();

    assertThat(bot.signal(interrupt()).exit()).isZero();

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
    bot.startAgain();
    runs(2);
    await().atMost(SOON).until(() -> question.text().contains("1 has answered"));
  }

  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    FakeMessage question = question();
    slack.faults().next(1, "response_url", Fault.slow(Duration.ofSeconds(30)));
    FakeInteraction press = answers(acme.person("ben"), question);
    await().atMost(SOON).until(() -> isAcknowledged(press));
    bot.signal("TERM");
    await().atMost(SOON).until(() -> Files.readString(bot.log()).contains("Stopping."));
    long asked = System.nanoTime();

    assertThat(bot.signal("TERM").exit()).isEqualTo(143);

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
  }
}
