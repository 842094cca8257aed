package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studycoach.platform.slack.fake.FakeChannel;

/**
 * Two processes post to many groups that are due in the same minute, and one of them is killed for
 * good in the middle of it.
 */
final class ProcessFanOut {
  private static final int WORKSPACES = 5;
  private static final Duration LATENCY = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration IN_TIME = Duration.ofMinutes(2);

  private final Fleet fleet;
  private final Instant due;
  private final List<FakeChannel> channels;

  private ProcessFanOut(Fleet fleet, int groups) {
    this.fleet = fleet;
    this.due = Fleet.due(fleet.first());
    this.channels =
        IntStream.range(0, groups)
            .mapToObj(i -> fleet.workspaces().get(i % WORKSPACES).channel("c" + i))
            .toList();
  }

  /** What went wrong. */
  static List<String> run(Path folder, int groups) throws IOException, InterruptedException {
    try (Fleet fleet = new Fleet(folder, new FleetDatabase.Server(), 2, WORKSPACES)) {
      return new ProcessFanOut(fleet, groups).run();
    }
  }

  private List<String> run() throws InterruptedException {
    channels.forEach(
        channel -> fleet.asks(channel, "setup MLS-C01 time 9:00 zone UTC questions 1"));
    fleet.slack().answersAfter(LATENCY, LATENCY);
    await().atMost(PATIENCE).until(() -> fleet.jump(due.minusSeconds(2)));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(PATIENCE)
        .until(() -> posted().size() >= channels.size() / 3);
    fleet.bots().get(0).kill();
    Instant killed = Clock.systemUTC().instant();
    Instant latest = due.plus(IN_TIME);
    while (!isDone() && fleet.clock().instant().isBefore(latest)) {
      Fleet.pause(Duration.ofMillis(200));
    }
    Fleet.pause(Duration.ofSeconds(5)); // in which one might come twice
    return verdict(killed);
  }

  private List<String> verdict(Instant killed) {
    ProcessCheck check = new ProcessCheck(fleet.jdbi());
    check.posts(channels);
    List<String> violations = new ArrayList<>(check.violations());
    violations.addAll(fleet.slack().violations());
    List<Instant> posted = posted();
    if (posted.size() != channels.size()) {
      violations.add(posted.size() + " posts for " + channels.size() + " channels");
    }
    Instant minute = fleet.clock().onTheSystem(due);
    Instant last = posted.stream().max(Instant::compareTo).orElseThrow();
    Duration late = Duration.between(minute, last);
    long before = posted.stream().filter(moment -> !moment.isAfter(killed)).count();
    System.out.printf(
        "%d groups, %d posts: %d before the kill %d ms after the minute, %d after it; the last one"
            + " %d ms after the minute; %s; answers 429: %d%n",
        channels.size(),
        posted.size(),
        before,
        Duration.between(minute, killed).toMillis(),
        posted.size() - before,
        late.toMillis(),
        check.posts(),
        fleet.slack().limits().refused());
    return violations;
  }

  private boolean isDone() {
    return fleet
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) >= :all FROM post WHERE state = 'posted'")
                    .bind("all", channels.size())
                    .mapTo(Boolean.class)
                    .one());
  }

  /** By Slack's clock, which is the system's. */
  private List<Instant> posted() {
    return channels.stream().flatMap(channel -> posted(channel).stream()).toList();
  }

  private static List<Instant> posted(FakeChannel channel) {
    return channel.all().stream()
        .filter(message -> message.metadata().has("event_type"))
        .map(message -> moment(message.ts()))
        .toList();
  }

  /** Of a message's time stamp, seconds with six digits. */
  private static Instant moment(String ts) {
    String[] parts = ts.split("\\.", 2);
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
  }
}
