package studycoach.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the bot that runs on a data folder, if one does. */
public final class ControlClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LONGEST_REPORT = 4 * 1024 * 1024;

  private final Path folder;
  private final Duration patience;

  /**
   * A client for the bot of one folder.
   *
   * @param patience how long a report may take
   */
  public ControlClient(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /**
   * The report of the running bot; a bad one if it doesn't come in time. Empty if no bot runs,
   * which includes a file of a process that is gone, and whatever listens at its port since.
   */
  public Optional<Report> ask(String name) {
    return ask(name, "");
  }

  /**
   * The same.
   *
   * @param words what the bot must know besides
   */
  public Optional<Report> ask(String name, String words) {
    return ControlFile.read(folder).flatMap(file -> ask(file, name, words));
  }

  private Optional<Report> ask(ControlFile file, String name, String words) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address(file, name))
              .timeout(patience)
              .header("Authorization", file.authorization())
              .POST(HttpRequest.BodyPublishers.ofString(words))
              .build();
      return report(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (HttpConnectTimeoutException e) {
      return Optional.empty();
    } catch (HttpTimeoutException e) {
      return Optional.of(new Report(List.of("The running bot doesn't answer in time."), false));
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static URI address(ControlFile file, String name) throws URISyntaxException {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new URI("http", null, host, file.port(), "/" + name, null, null);
  }

  private static Optional<Report> report(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      boolean ours =
          response
              .headers()
              .firstValue("Content-Type")
              .filter(ControlServer.REPORT::equals)
              .isPresent();
      return ours
          ? Report.decode(new String(body.readNBytes(LONGEST_REPORT), StandardCharsets.UTF_8))
          : Optional.empty();
    }
  }
}
