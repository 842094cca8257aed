package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;
import studycoach.platform.discord.fake.Rest;
import studycoach.testing.RunningClock;

/**
 * How long a drop takes to reach many channels that are due in the same minute, against the time
 * that Discord's 50 messages in a second leave. Meanwhile somebody clicks. Run it from the
 * repository's root; the number is that of the channels:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.FanOut -Dexec.args="1000"
 * </pre>
 */
public final class FanOut {
  private static final int PER_SECOND = 50;
  private static final int CHANNELS_OF_A_GUILD = 50;
  private static final int OK = 200;
  private static final int FASTEST_MS = 20;
  private static final int SLOWEST_MS = 80;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final FakeDiscord discord = new FakeDiscord();
  private final RunningClock clock = new RunningClock("2026-03-27T08:30:00Z");
  private final List<FakeChannel> channels = new ArrayList<>();
  private final FakePerson boss = discord.person("boss").manages();
  private final Set<Thread> others;
  private final List<FakeInteraction> clicks = new ArrayList<>();
  private int mostThreads;

  private FanOut(int number) {
    for (int i = 0; i < number; i++) {
      channels.add(discord.guild("g" + i / CHANNELS_OF_A_GUILD).channel("c" + i));
    }
    for (Kind kind : List.of(Kind.MESSAGE_POST, Kind.MESSAGE_EDIT)) {
      for (int i = 0; i < 2 * number; i++) {
        int ms = ThreadLocalRandom.current().nextInt(FASTEST_MS, SLOWEST_MS);
        discord.faults().next(1, kind, Fault.slow(Duration.ofMillis(ms)));
      }
    }
    others = new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  public static void main(String[] arguments) throws IOException {
    int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    Path folder = Files.createTempDirectory("coach-fan-out");
    System.setProperty("coach.log", folder.resolve("coach.log").toString());
    new FanOut(number).run(folder);
    System.exit(0);
  }

  private void run(Path folder) {
    try (Service running = new OnDiscord(discord, folder).start(clock)) {
      Objects.requireNonNull(running);
      setUp();
      System.out.println(channels.size() + " groups are set up.");
      measure();
    }
  }

  private void setUp() {
    Map<String, String> wish =
        Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC", "reveal", "5h");
    for (FakeChannel channel : channels) {
      FakeInteraction asked = boss.command(channel, "coach setup", wish);
      await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> asked.original().isPresent());
    }
  }

  private void measure() {
    int refusedBefore = discord.rest().limits().refused();
    clock.set("2026-03-27T09:00:00Z");
    long start = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(PATIENCE)
        .until(
            () -> {
              mostThreads = Math.max(mostThreads, threads().size());
              click();
              System.err.println("T " + (System.nanoTime() - start) / 1000000 + " " + posted());
              return posted() >= channels.size();
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    double floor = (double) channels.size() / PER_SECOND;
    await().atMost(PATIENCE).until(() -> clicks.stream().allMatch(c -> c.callback() != 0));
    long doubled = channels.stream().filter(c -> drops(c).count() > 1).count();
    System.out.printf(
        "%d channels: %.2f s, %.3f of the floor; %d answers 429; %d threads %s; %d doubled;"
            + " %d clicks, slowest acknowledged after %s%n",
        channels.size(),
        seconds,
        seconds / floor,
        discord.rest().limits().refused() - refusedBefore,
        mostThreads,
        threads().stream()
            .collect(
                Collectors.groupingBy(n -> n.replaceAll("[0-9]+", "#"), Collectors.counting())),
        doubled,
        clicks.size(),
        clicks.stream().flatMap(c -> c.acknowledged().stream()).max(Duration::compareTo));
  }

  /** Somebody new asks for their copy in the channel that got its drop last. */
  private void click() {
    List<Rest.Seen> posts = discord.rest().seen(Kind.MESSAGE_POST);
    if (!posts.isEmpty()) {
      String last = posts.get(posts.size() - 1).request().part(1);
      FakePerson person = discord.person("p" + clicks.size());
      channels.stream()
          .filter(channel -> channel.id().equals(last))
          .forEach(channel -> clicks.add(person.command(channel, "coach today", Map.of())));
    }
  }

  private long posted() {
    return discord.rest().seen(Kind.MESSAGE_POST).stream()
        .filter(seen -> seen.status() == OK)
        .count();
  }

  private static Stream<String> drops(FakeChannel channel) {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral())
        .map(message -> message.text())
        .filter(text -> text.contains("Open until"));
  }

  /** The bot's threads: those that came after the fake's, and are none of its. */
  private List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !others.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("pool-") && !name.startsWith("HTTP-Dispatcher"))
        .filter(name -> !name.startsWith("WebSocket") && !name.startsWith("awaitility"))
        .toList();
  }
}
