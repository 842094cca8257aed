package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;
import studycoach.engine.LoggedIncidents;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;

/** What is logged, by us and by all libraries: as JSON if wished, and nothing that is private. */
@Timeout(120)
class LogsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PRIVATE = "hocus pocus 4711";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-27T08:30:00Z");
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Lines lines = new Lines();

  /** Everything that is known of each event, as a line. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final JsonEncoder encoder = new JsonEncoder();
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void start() {
      encoder.setWithFormattedMessage(true);
      encoder.start();
      super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      all.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void listen() {
    lines.setContext(root.getLoggerContext());
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
  }

  private void nothingPrivateIsLogged(String... secrets) {
    assertThat(lines.all).isNotEmpty();
    assertThat(lines.all).noneMatch(line -> line.contains(PRIVATE));
    for (String secret : secrets) {
      assertThat(secret).isNotBlank();
      assertThat(lines.all).noneMatch(line -> line.contains(secret));
    }
  }

  @Test
  void whatPeopleWriteOnDiscordAndTheTokenStayOutOfTheLog() {
    try (FakeDiscord discord = new FakeDiscord()) {
      FakeChannel general = discord.guild("club").channel("general");
      FakePerson amira = discord.person("amira").manages();
      try (Service service = new OnDiscord(discord, data).start(clock)) {
        assertThat(service).isNotNull();
        Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
        FakeInteraction setup = amira.command(general, "coach setup", wish);
        await().atMost(SOON).until(() -> isAnswered(setup));
        clock.set("2026-03-27T09:00:00Z");
        await().atMost(SOON).until(() -> discord.seenBy(amira, general).contains("Open until"));
        FakeInteraction report = amira.command(general, "coach report", Map.of());
        await().atMost(SOON).until(() -> report.answer().isPresent());
        FakeInteraction sent = amira.submits(report, Map.of("What is wrong?", PRIVATE));
        await().atMost(SOON).until(() -> isAnswered(sent));
        discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(500));
        amira.writes(PRIVATE);
        amira.mentionsBot(general, "setup exam:" + PRIVATE);
        discord.faults().next(1, Kind.FOLLOWUP, Fault.status(500));
        amira.command(general, "coach setup", Map.of("zone", PRIVATE));
        await()
            .atMost(SOON)
            .until(
                () -> lines.all.stream().anyMatch(line -> line.contains("did not take an answer")));
        general.denies(net.dv8tion.jda.api.Permission.MESSAGE_SEND);
        clock.set("2026-03-28T09:00:00Z");
        await()
            .atMost(SOON)
            .until(() -> lines.all.stream().anyMatch(line -> line.contains("was refused")));
        discord.gateway().drops();
      }
      nothingPrivateIsLogged(discord.token());
    }
  }

  private static boolean isAnswered(FakeInteraction interaction) {
    return interaction.original().filter(message -> !message.isThinking()).isPresent();
  }

  @Test
  void whatPeopleWriteOnSlackAndTheTokensStayOutOfTheLog() {
    try (FakeSlack slack = new FakeSlack()) {
      FakeWorkspace acme = slack.workspace("acme");
      var general = acme.channel("general");
      var amira = acme.person("amira").admin();
      try (Service service = new OnSlack(slack, data).start(clock, acme)) {
        assertThat(service).isNotNull();
        var setup = amira.command(general, "/coach", "setup exam:MLS-C01 time:09:00 zone:UTC");
        await().atMost(SOON).until(() -> !setup.messages().isEmpty());
        clock.set("2026-03-27T09:00:00Z");
        await().atMost(SOON).until(() -> slack.seenBy(amira, general).contains("Open until"));
        amira.command(general, "/coach", "report");
        await().atMost(SOON).until(() -> amira.modal().isPresent());
        amira.submits(Map.of("What is wrong?", PRIVATE));
        slack.faults().next(1, "response_url", slackFault());
        slack.faults().next(1, "chat.postEphemeral", slackFault());
        amira.command(general, "/coach", "setup zone:\"" + PRIVATE + "\"");
        amira.writes(PRIVATE);
        amira.mentionsBot(general, PRIVATE);
        var streak = amira.command(general, "/coach", "streak"); // comes after all of these
        await().atMost(SOON).until(() -> !streak.messages().isEmpty());
        general.archives(amira);
        clock.set("2026-03-28T09:00:00Z");
        await()
            .atMost(SOON)
            .until(() -> lines.all.stream().anyMatch(line -> line.contains("was refused")));
        slack.socket().drops();
      }
      nothingPrivateIsLogged(acme.botToken(), slack.app().appToken(), slack.app().signingSecret());
    }
  }

  private static studycoach.platform.slack.fake.Fault slackFault() {
    return studycoach.platform.slack.fake.Fault.status(500);
  }

  private static Encoder<ILoggingEvent> asShipped(LoggerContext context) throws JoranException {
    context.putProperty("coach.log.to", "JSON");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(LogsTest.class.getResource("/logback.xml")));
    var appender = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("JSON");
    return ((ConsoleAppender<ILoggingEvent>) appender).getEncoder();
  }

  @Test
  void asJsonEachEventIsALineWithTheIncidentInAFieldOfItsOwn()
      throws JoranException, JsonProcessingException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(root.getLoggerContext().getMDCAdapter());
    Encoder<ILoggingEvent> encoder = asShipped(context);
    Origin origin = new Origin(new UserRef("slack", "T1", "U1"), "Amira", Optional.empty(), false);
    Incoming.Typed line = new Incoming.Typed(origin, PRIVATE, Map.of());
    String code =
        new LoggedIncidents(e -> false).report(line, new IllegalStateException("two\nlines"));
    LoggingEvent event =
        new LoggingEvent(
            "x",
            context.getLogger("studycoach"),
            Level.WARN,
            "Said {}",
            null,
            new Object[] {"a\nb"});

    String written = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(written).endsWith("\n").hasLineCount(1);
    JsonNode read = JSON.readTree(written);
    assertThat(read.path("level").asText()).isEqualTo("WARN");
    assertThat(read.path("loggerName").asText()).isEqualTo("studycoach");
    assertThat(read.path("formattedMessage").asText()).isEqualTo("Said a\nb");
    assertThat(read.path("timestamp").isNumber()).isTrue();
    JsonNode incident = JSON.readTree(lines.all.get(lines.all.size() - 1));
    assertThat(incident.path("mdc").path("incident").asText()).isEqualTo(code);
    assertThat(incident.path("throwable").path("message").asText()).isEqualTo("two\nlines");
    nothingPrivateIsLogged();
    context.stop();
  }
}
