package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.config.Settings;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.Kind;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;
import studycoach.testing.RunningClock;
import studycoach.testing.SmallPack;
import studycoach.testing.World;

/** What the metrics show while a group on each platform sets itself up and answers. */
@Timeout(120)
class MeasuresTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String DISCORD = "platform=\"discord\"}";
  private static final String SLACK = "platform=\"slack\"}";
  private static final Pattern METRIC =
      Pattern.compile("\\b(coach|jvm|process|system|hikaricp|cache)_[a-z_]+\\b");

  @TempDir private Path data;
  @TempDir private Path questions;
  private final RunningClock clock = new RunningClock("2026-03-27T08:30:00Z");
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final studycoach.platform.discord.fake.FakeChannel club =
      discord.guild("club").channel("general");
  private final studycoach.platform.slack.fake.FakeChannel general = acme.channel("general");
  private Service service;
  private Told told;

  @BeforeEach
  void start() {
    new SmallPack(questions).exam("X-1", List.of("a-1", "a-2", "b-1", "b-2"));
    discord.person("amira").manages();
    acme.person("sara").admin();
    OnDiscord onDiscord = new OnDiscord(discord, data);
    OnSlack onSlack = new OnSlack(slack, data, onDiscord.lost(), onDiscord.registry());
    Settings usual = onDiscord.settings();
    Settings settings =
        new Settings(
            usual.command(),
            data,
            usual.database(),
            questions,
            usual.discord(),
            usual.slack(),
            usual.health(),
            usual.backups(),
            usual.log(),
            usual.processes(),
            usual.limits());
    service =
        Service.start(
            settings,
            List.of(onDiscord.adapter(), onSlack.adapter(acme)),
            clock,
            onDiscord.registry());
    told = new Told(service.health());
  }

  @AfterEach
  void close() {
    service.close();
    discord.close();
    slack.close();
  }

  private void shows(String series, double value) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(told.metric(series)).as(series).isEqualTo(value));
  }

  private FakeMessage discordDrop() {
    await().atMost(SOON).until(() -> club.messages().stream().anyMatch(m -> isDrop(m.text())));
    return club.messages().stream().filter(m -> isDrop(m.text())).findFirst().orElseThrow();
  }

  private studycoach.platform.slack.fake.FakeMessage slackDrop() {
    await().atMost(SOON).until(() -> general.messages().stream().anyMatch(m -> isDrop(m.text())));
    return general.messages().stream().filter(m -> isDrop(m.text())).findFirst().orElseThrow();
  }

  private static boolean isDrop(String text) {
    return text.contains("Open until");
  }

  private void setUp() {
    Map<String, String> wish = Map.of("exam", "X-1", "time", "09:00", "zone", "UTC");
    discord.person("amira").command(club, "coach setup", wish);
    acme.person("sara").command(general, "/coach", "setup exam:X-1 time:09:00 zone:UTC");
    shows("coach_answer_seconds_count{kind=\"command\"," + DISCORD, 1);
    shows("coach_answer_seconds_count{kind=\"command\"," + SLACK, 1);
  }

  @Test
  void whatPeopleDoIsCountedByPlatformAndTimed() {
    setUp();
    clock.set("2026-03-27T09:00:00Z");
    FakeMessage onDiscord = discordDrop();
    studycoach.platform.slack.fake.FakeMessage onSlack = slackDrop();
    shows("coach_drops_planned_total", 2);
    shows("coach_drops_late_total", 0);
    shows("coach_posts_sent_total{kind=\"drop\"," + DISCORD, 1);
    shows("coach_posts_sent_total{kind=\"drop\"," + SLACK, 1);
    assertThat(told.metric("coach_answers_accepted_total{" + DISCORD)).isZero();

    discord.person("ben").presses(onDiscord, "A");
    acme.person("bea").presses(onSlack, "A");
    acme.person("cem").presses(onSlack, "B");
    shows("coach_answers_accepted_total{" + DISCORD, 1);
    shows("coach_answers_accepted_total{" + SLACK, 2);
    acme.person("cem").presses(onSlack, "A"); // too late: the first answer is final

    for (String measure : List.of("acknowledgement", "answer")) {
      shows("coach_" + measure + "_seconds_count{kind=\"click\"," + DISCORD, 1);
      shows("coach_" + measure + "_seconds_count{kind=\"click\"," + SLACK, 3);
    }
    assertThat(told.metric("coach_acknowledgement_seconds_sum{kind=\"click\"," + SLACK))
        .isBetween(0.000_001, 3.0);
    shows("coach_answers_accepted_total{" + SLACK, 2);
    shows("coach_incidents_total", 0);
    assertThat(told.metric("coach_jobs_failed_total{name=\"deliver slack\"}")).isZero();
    assertThat(told.metric("coach_job_lag_seconds_count{name=\"deliver slack\"}")).isPositive();
    nobodyIsNamed();
    theDashboardShowsWhatThereIs();
  }

  private void nobodyIsNamed() {
    assertThat(told.text("/metrics"))
        .doesNotContain(
            club.id(),
            general.id(),
            acme.teamId(),
            discord.person("ben").id(),
            acme.person("bea").id(),
            "X-1",
            "general",
            "acme");
  }

  private void theDashboardShowsWhatThereIs() {
    Set<String> shown =
        told.text("/metrics")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toSet());
    Set<String> used = used(dashboard());
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(shown).containsAll(used);
  }

  private static JsonNode dashboard() {
    Path file = World.questionsFolder().resolveSibling("config/grafana-dashboard.json");
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> used(JsonNode dashboard) {
    Set<String> used =
        dashboard.findValues("expr").stream()
            .flatMap(expression -> METRIC.matcher(expression.asText()).results())
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    dashboard.findValues("query").stream()
        .flatMap(query -> METRIC.matcher(query.path("query").asText()).results())
        .map(MatchResult::group)
        .forEach(used::add);
    return used;
  }

  @Test
  void aPauseThatAPlatformAsksForIsCounted() {
    setUp();
    discord
        .faults()
        .next(
            1,
            Kind.MESSAGE_POST,
            studycoach.platform.discord.fake.Fault.rateLimited(Duration.ofSeconds(1)));
    slack.faults().next(1, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(1)));
    clock.set("2026-03-27T09:00:00Z");

    discordDrop();
    slackDrop();

    shows("coach_too_many_requests_total{" + DISCORD, 1);
    shows("coach_too_many_requests_total{" + SLACK, 1);
  }

  @Test
  void aChannelThatRefusesAPostIsCountedAndALateDropToo() {
    setUp();
    general.archives(acme.person("sara"));
    clock.set("2026-03-27T09:05:00Z");

    discordDrop();

    shows("coach_drops_late_total", 2);
    shows("coach_posts_refused_total{kind=\"drop\"," + SLACK, 1);
    shows("coach_posts_refused_total{kind=\"drop\"," + DISCORD, 0);
    shows("coach_posts_sent_total{kind=\"drop\"," + SLACK, 0);
  }

  @Test
  void whileAPlatformIsAwayItIsNotReadyAndComingBackIsCounted() {
    assertThat(told.text("/readyz")).isEqualTo("ready\n");
    slack.socket().refuses(true);
    discord.gateway().refuses(true);
    slack.socket().drops();
    discord.gateway().drops();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told.text("/readyz"))
                    .isEqualTo("discord: not connected\nslack: not connected\n"));
    assertThat(told.status("/healthz")).isEqualTo(200);
    slack.socket().refuses(false);
    discord.gateway().refuses(false);

    await().atMost(Duration.ofSeconds(60)).until(() -> told.status("/readyz") == 200);
    await().atMost(SOON).until(() -> told.metric("coach_reconnects_total{" + SLACK) >= 1);
    shows("coach_reconnects_total{" + DISCORD, 1);
  }
}
