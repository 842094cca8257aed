package studycoach.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether this machine's clock is right, by those of the platforms.
 *
 * @param servers their addresses by their names
 */
public record ClockCheck(Map<String, URI> servers, Clock clock) implements Check {
  private static final Duration SMALL = Duration.ofSeconds(2);
  private static final Duration LARGE = Duration.ofMinutes(1);
  private static final String ADVICE =
      "let the machine set its clock by the network (NTP), e.g. timedatectl set-ntp true; ";

  @Override
  public String title() {
    return "clock";
  }

  @Override
  public List<Remark> remarks() {
    return servers.isEmpty()
        ? List.of(Remark.note("Not compared: no platform is set", ""))
        : servers.entrySet().stream()
            .map(server -> compared(server.getKey(), server.getValue()))
            .toList();
  }

  private Remark compared(String name, URI address) {
    try {
      Optional<Duration> ahead = ServerDate.of(address, clock).ahead();
      return ahead
          .map(by -> remark(name, by))
          .orElseGet(() -> Remark.note("Not compared: " + name + " does not tell the time", ""));
    } catch (IOException e) {
      return Remark.note("Not compared: " + name + " can't be reached", "");
    }
  }

  private static Remark remark(String name, Duration ahead) {
    String seen =
        String.format(
            Locale.ROOT,
            "This clock is %.1f s %s that of %s",
            ahead.abs().toMillis() / 1000.0,
            ahead.isNegative() ? "behind" : "ahead of",
            name);
    if (ahead.abs().compareTo(LARGE) > 0) {
      return Remark.error(
          seen, ADVICE + "drops come at wrong times, and from 5 minutes on Slack is not heard");
    }
    return ahead.abs().compareTo(SMALL) > 0
        ? Remark.warning(seen, ADVICE + "drops come that much too early or too late")
        : Remark.ok(seen);
  }
}
