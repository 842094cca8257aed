package studycoach.service;

import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import studycoach.platform.slack.fake.Exchange;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;

/**
 * How long a drop takes to reach many channels of Slack that are due in the same minute, against
 * the time that the SDK's own default client takes for as many messages, and how long eight posts
 * to one channel take, against one in a second. Run it from the repository's root; the number is
 * that of the channels:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.SlackFanOut -Dexec.args="1000"
 * </pre>
 */
public final class SlackFanOut {
  private static final int WORKSPACES = 5;
  private static final int IN_A_ROW = 8;
  private static final int OK = 200;
  private static final String POST = "chat.postMessage";
  private static final Duration LATENCY = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final FakeSlack slack = new FakeSlack();
  private final RunningClock clock = new RunningClock("2026-03-27T08:30:00Z");
  private final List<FakeWorkspace> workspaces =
      IntStream.range(0, WORKSPACES).mapToObj(i -> slack.workspace("w" + i)).toList();
  private final List<FakeChannel> channels = new ArrayList<>();

  private SlackFanOut(int number) {
    for (int i = 0; i < number; i++) {
      channels.add(workspaces.get(i % WORKSPACES).channel("c" + i));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    Path folder = Files.createTempDirectory("coach-slack-fan-out");
    System.setProperty("coach.log", folder.resolve("coach.log").toString());
    new SlackFanOut(number).run(folder);
    System.exit(0);
  }

  private void run(Path folder) throws Exception {
    FakeWorkspace[] all = workspaces.toArray(FakeWorkspace[]::new);
    try (Service running = new OnSlack(slack, folder).start(clock, all)) {
      Objects.requireNonNull(running);
      channels.forEach(channel -> asks(channel, "setup MLS-C01 time 9:00 zone UTC reveal 4h"));
      slack.answersAfter(LATENCY, LATENCY);
      double ours = fanOut();
      inARow();
      double theirs = byTheSdk();
      System.out.printf(
          "%d channels: %.2f s, the SDK's default client %.2f s, ratio %.3f; doubled: %d%n",
          channels.size(), ours, theirs, ours / theirs, doubled());
      System.out.println("beyond the limits: " + slack.violations());
    }
  }

  private void asks(FakeChannel channel, String line) {
    FakePerson boss = channel.workspace().person("boss").admin();
    FakeInteraction asked = boss.command(channel, "/coach", line);
    await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> !asked.messages().isEmpty());
  }

  private double fanOut() {
    int refused = slack.limits().refused();
    int before = posted();
    clock.set("2026-03-27T09:00:00Z");
    Duration cpu = cpu();
    long start = System.nanoTime();
    until(() -> posted() - before >= channels.size());
    double seconds = since(start);
    System.out.printf(
        "answers 429 to us: %d; processor time of the bot and the fake: %d ms%n",
        slack.limits().refused() - refused, cpu().minus(cpu).toMillis());
    return seconds;
  }

  private void inARow() {
    FakeChannel channel = channels.get(0);
    asks(channel, "setup questions 4");
    int refused = slack.limits().refused();
    int before = posted();
    asks(channel, "group post");
    asks(channel, "group post");
    until(() -> posted() - before >= 1);
    long first = System.nanoTime();
    until(() -> posted() - before >= IN_A_ROW);
    double seconds = since(first);
    System.out.printf(
        "%d posts to one channel: %.2f s, %.3f of the floor; answers 429: %d%n",
        IN_A_ROW, seconds, seconds / (IN_A_ROW - 1), slack.limits().refused() - refused);
  }

  /** The same number of messages, as large as ours, by the SDK alone. */
  private double byTheSdk() throws IOException {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    Slack sdk = Slack.getInstance(config);
    Exchange model =
        slack.exchanges(POST).stream().filter(e -> e.status() == OK).findFirst().orElseThrow();
    String blocks = model.parameters().path("blocks").toString();
    List<CompletableFuture<ChatPostMessageResponse>> sent = new ArrayList<>();
    long start = System.nanoTime();
    for (FakeChannel channel : channels) {
      sent.add(
          sdk.methodsAsync(channel.workspace().botToken())
              .chatPostMessage(
                  r -> r.channel(channel.id()).text("A question").blocksAsString(blocks)));
    }
    sent.forEach(CompletableFuture::join);
    return since(start);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void until(java.util.concurrent.Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(condition);
  }

  private int posted() {
    return (int) slack.exchanges(POST).stream().filter(e -> e.status() == OK).count();
  }

  private long doubled() {
    return channels.stream()
        .skip(1)
        .filter(
            channel ->
                channel.messages().stream().filter(m -> m.metadata().has("event_type")).count() > 1)
        .count();
  }
}
