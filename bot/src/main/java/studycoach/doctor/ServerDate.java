package studycoach.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A server's clock, by the header {@code Date} of its answer.
 *
 * @param ahead how far our clock is ahead of it, to about a second; negative if it is behind; empty
 *     if the server does not tell the time
 */
record ServerDate(Optional<Duration> ahead) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The header tells whole seconds that have begun. */
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  /**
   * Asks a server; what it answers besides does not matter.
   *
   * @throws IOException if it can't be reached in a few seconds
   */
  static ServerDate of(URI address, Clock clock) throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      Instant before = clock.instant();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
      return new ServerDate(
          answer
              .headers()
              .firstValue("Date")
              .flatMap(ServerDate::read)
              .map(date -> Duration.between(date.plus(HALF_A_SECOND), middle)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Optional<Instant> read(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
