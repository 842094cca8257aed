package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ChatAdapter;
import studycoach.config.Settings;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;

/** An ordering and a matching as people answer them on Discord and on Slack. */
@Timeout(120)
class ArrangingOnPlatformsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String EXAM =
      """
      code: T-1
      name: An exam
      status: open
      questions: 65
      scored: 50
      unscored: 15
      minutes: 90
      passing_score: 700
      question_types: [ordering, matching]
      price_usd: 100
      languages: [English]
      validity_years: 3
      authors: [Someone]
      licence: CC-BY-4.0
      source: https://example.org/guide
      domains:
        - {id: one, name: One, weight: 100, tasks: [{id: t, title: Know}]}
      """;
  private static final String QUESTIONS =
      """
      questions:
        - id: t-1
          task: t
          type: ordering
          difficulty: easy
          services: []
          stem: From data to a model?
          steps:
            - {text: collect it, why: Nothing can be done before.}
            - {text: clean it, why: A model learns dirt as well.}
            - {text: train on it, why: At last.}
          explanation: So it goes.
          sources: [https://example.org/a]
          checked: 2026-11-21
        - id: t-2
          task: t
          type: matching
          difficulty: easy
          services: []
          stem: Which service does what?
          pairs:
            - {prompt: speaks, match: Polly, why: It has voices.}
            - {prompt: listens, match: Transcribe, why: It writes down.}
            - {prompt: reads, match: Textract, why: It sees tables.}
          explanation: So it is.
          sources: [https://example.org/b]
          checked: 2026-11-21
      """;
  private static final Map<String, List<String>> RIGHT =
      Map.of(
          "Put in order", List.of("collect it", "clean it", "train on it"),
          "Match", List.of("Polly", "Transcribe", "Textract"));

  @TempDir private Path data;
  @TempDir private Path questions;
  private final RunningClock clock = new RunningClock("2026-03-23T08:30:00Z");
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeSlack slack = new FakeSlack();

  @BeforeEach
  void writePack() throws IOException {
    Files.createDirectories(questions.resolve("t-1"));
    Files.writeString(questions.resolve("t-1/exam.yaml"), EXAM);
    Files.writeString(questions.resolve("t-1/one.yaml"), QUESTIONS);
  }

  @AfterEach
  void close() {
    discord.close();
    slack.close();
  }

  private Service start(Settings settings, ChatAdapter adapter) {
    Settings ours =
        new Settings(
            settings.command(),
            data,
            settings.database(),
            questions,
            settings.discord(),
            settings.slack(),
            settings.health(),
            settings.backups(),
            settings.log(),
            1,
            settings.limits());
    return Service.start(
        ours, List.of(adapter), clock, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private static void until(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(condition);
  }

  /** Puts everything into its place on a copy, with a step back between, and submits it. */
  private static void arrange(String button, Supplier<String> copy, Consumer<String> press) {
    List<String> right = RIGHT.getOrDefault(button, List.of());
    for (int place = 0; place < right.size(); place++) {
      int next = place + 1;
      if (place == 1) {
        press.accept("Back");
        until(() -> placed(copy.get()) == 0);
        press.accept(letter(copy.get(), right.get(0)));
        until(() -> placed(copy.get()) == 1);
      }
      press.accept(letter(copy.get(), right.get(place)));
      until(() -> placed(copy.get()) == next);
    }
    press.accept("Submit");
    until(() -> copy.get().contains("Right."));
    assertThat(copy.get()).contains("points");
  }

  /** How many places have been filled on a copy of three. */
  private static int placed(String copy) {
    if (copy.contains("Your answer: ")) {
      return 3;
    } else if (copy.contains("as number 3?") || copy.contains("belongs to 3?")) {
      return 2;
    }
    return copy.contains("as number 2?") || copy.contains("belongs to 2?") ? 1 : 0;
  }

  private static String letter(String copy, String piece) {
    return copy.lines()
        .filter(line -> line.matches("[A-C] +" + piece))
        .map(line -> line.substring(0, 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + piece + " in " + copy));
  }

  @Test
  void onDiscord() {
    OnDiscord side = new OnDiscord(discord, data);
    var club = discord.guild("club").channel("study");
    var amira = discord.person("amira").manages();
    var ben = discord.person("ben");
    try (Service service = start(side.settings(), side.adapter())) {
      assertThat(service).isNotNull();
      var setup =
          amira.command(
              club,
              "coach setup",
              Map.of("exam", "T-1", "time", "09:00", "zone", "UTC", "questions", 2));
      until(() -> setup.original().filter(answer -> !answer.isThinking()).isPresent());
      clock.set("2026-03-23T09:00:00Z");

      for (String button : RIGHT.keySet()) {
        until(() -> club.messages().stream().anyMatch(m -> m.json().toString().contains(button)));
        var post =
            club.messages().stream()
                .filter(m -> !m.isEphemeral() && m.json().toString().contains(button))
                .findFirst()
                .orElseThrow();
        var opened = ben.presses(post, button);
        until(() -> opened.original().filter(answer -> !answer.isThinking()).isPresent());
        var copy = opened.original().orElseThrow();
        assertThat(copy.isOnlyFor(ben)).isTrue();
        arrange(button, () -> copy.text().replace("*", ""), label -> ben.presses(copy, label));
        until(() -> post.text().contains("1 has answered"));
      }
    }
  }

  @Test
  void onSlack() {
    OnSlack side = new OnSlack(slack, data);
    FakeWorkspace acme = slack.workspace("acme");
    var general = acme.channel("study");
    var amira = acme.person("amira").admin();
    var ben = acme.person("ben");
    try (Service service = start(side.settings(), side.adapter(acme))) {
      assertThat(service).isNotNull();
      var setup = amira.command(general, "/coach", "setup T-1 time 9:00 zone UTC questions 2");
      until(() -> !setup.messages().isEmpty());
      clock.set("2026-03-23T09:00:00Z");

      for (String button : RIGHT.keySet()) {
        until(() -> general.messages().stream().anyMatch(m -> m.text().contains(button)));
        var post =
            general.messages().stream()
                .filter(m -> !m.isEphemeral() && m.text().contains(button))
                .findFirst()
                .orElseThrow();
        var opened = ben.presses(post, button);
        until(() -> !opened.messages().isEmpty());
        var copy = opened.messages().get(0);
        assertThat(copy.isOnlyFor(ben)).isTrue();
        arrange(button, copy::text, label -> ben.presses(copy, label));
        until(() -> post.text().contains("1 has answered"));
      }
    }
    assertThat(slack.violations()).isEmpty();
  }
}
