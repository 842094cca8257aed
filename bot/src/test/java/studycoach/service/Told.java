package studycoach.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What a bot tells of itself by HTTP.
 *
 * @param at where, with a slash at the end
 */
public record Told(URI at) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<String> answer(String method, String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(at.resolve(path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .timeout(PATIENCE)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public int status(String path) {
    return status("GET", path);
  }

  public int status(String method, String path) {
    return answer(method, path).statusCode();
  }

  public String text(String path) {
    return answer("GET", path).body();
  }

  /**
   * What a metric shows now; -1 if it is not shown.
   *
   * @param series with its labels in the order of the alphabet, e.g. {@code a_total{kind="drop"}}
   */
  public double metric(String series) {
    return text("/metrics")
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}
