package studycoach;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import studycoach.config.Settings;

/** {@code coach health}: asks the running bot whether it is ready; a container is watched by it. */
@Command(
    name = "health",
    description = "Says whether the bot that runs with these settings is ready.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParentCommand private Main parent = new Main();

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    URI ready = ready(parent.settings().health());
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpResponse<String> said =
          client.send(
              HttpRequest.newBuilder(ready).timeout(PATIENCE).build(), BodyHandlers.ofString());
      System.out.print(said.body());
      return said.statusCode() == HttpURLConnection.HTTP_OK
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    } catch (IOException e) {
      System.out.println("No bot answers at " + ready + ".");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Who listens on all addresses is asked on this machine's own. */
  static URI ready(Settings.Health told) {
    String host =
        switch (told.host()) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::" -> "[::1]";
          default -> told.host().contains(":") ? "[" + told.host() + "]" : told.host();
        };
    return URI.create("http://" + host + ":" + told.port() + "/readyz");
  }
}
