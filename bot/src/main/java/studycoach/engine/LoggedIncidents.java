package studycoach.engine;

import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import studycoach.chat.ActionId;
import studycoach.chat.Incoming;
import studycoach.chat.UserRef;

/**
 * Logs who did what, with the stack trace, but nothing that they wrote. Thread-safe.
 *
 * <p>The trace holds exceptions' messages, so these must not quote people either.
 */
public final class LoggedIncidents implements Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedIncidents.class);

  /** None that is easily taken for another, when read out or written by hand. */
  private static final String LETTERS = "ABCDEFGHJKMNPRSTWXYZ";

  private static final int LENGTH = 6;
  private final SecureRandom random = new SecureRandom();
  private final Predicate<Throwable> outages;

  /**
   * @param outages knows a failure that is no bug, and sees to it
   */
  public LoggedIncidents(Predicate<Throwable> outages) {
    this.outages = outages;
  }

  @Override
  public boolean isOutage(RuntimeException cause) {
    return outages.test(cause);
  }

  @Override
  public String report(Incoming incoming, RuntimeException cause) {
    String code = code();
    UserRef user = incoming.origin().user();
    MDC.put("incident", code);
    try {
      LOG.error(
          "Incident {}: {} by {} {}", code, what(incoming), user.platform(), user.id(), cause);
    } finally {
      MDC.remove("incident");
    }
    return code;
  }

  private String code() {
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private static String what(Incoming incoming) {
    if (incoming instanceof Incoming.CommandCall call) {
      return "command " + call.command();
    }
    if (incoming instanceof Incoming.Click click) {
      return "click " + name(click.action());
    }
    if (incoming instanceof Incoming.ModalSubmit submit) {
      return "modal " + name(submit.action());
    }
    return "typed line";
  }

  private static String name(ActionId action) {
    return action.feature() + ":" + action.verb();
  }
}
