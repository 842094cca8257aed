package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;

class LoggedIncidentsTest {
  private static final Origin ORIGIN =
      new Origin(new UserRef("slack", "T1", "U1"), "Amira Secret", Optional.empty(), false);
  private static final ActionId ACTION = ActionId.of("journal", "save", "k1");
  private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedIncidents.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  @Test
  void logsWhoDidWhatButNothingTheyWrote() {
    assertThat(logged(new Incoming.Typed(ORIGIN, "my secret", Map.of())))
        .isEqualTo("typed line by slack U1");
    assertThat(logged(new Incoming.ModalSubmit(ORIGIN, ACTION, Map.of("a", "my secret"))))
        .isEqualTo("modal journal:save by slack U1");
    assertThat(logged(new Incoming.Click(ORIGIN, ACTION, List.of("secret"))))
        .isEqualTo("click journal:save by slack U1");
    Arguments secret = new Arguments(Map.of("text", "my secret"));
    assertThat(logged(new Incoming.CommandCall(ORIGIN, "journal write", secret)))
        .isEqualTo("command journal write by slack U1");
  }

  private String logged(Incoming incoming) {
    String code =
        new LoggedIncidents(failure -> false).report(incoming, new IllegalStateException("broken"));
    ILoggingEvent event = log.list.get(log.list.size() - 1);
    assertThat(code).matches("[A-HJKMNPR-TW-Z]{6}");
    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
    assertThat(event.getFormattedMessage()).startsWith("Incident " + code + ": ");
    return event.getFormattedMessage().substring(("Incident " + code + ": ").length());
  }
}
