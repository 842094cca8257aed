package studycoach.health;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.config.SettingsException;

/** A port that answers a few paths; no thread waits for who reads or writes slowly. */
final class HealthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
  private static final int THREADS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Server server;
  private final ServerConnector connector;

  private HealthServer(
      String host, int port, Map<String, Supplier<CompletableFuture<Page>>> pages) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("health-http");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(PATIENCE.toMillis());
    server.addConnector(connector);
    server.setHandler(new Pages(pages));
  }

  /**
   * Opens it.
   *
   * @param port 0 for any
   * @param pages by their paths
   * @throws SettingsException if the port is taken
   */
  static HealthServer open(
      String host, int port, Map<String, Supplier<CompletableFuture<Page>>> pages) {
    HealthServer opened = new HealthServer(host, port, pages);
    try {
      opened.server.start();
      return opened;
    } catch (Exception e) {
      opened.close();
      throw new SettingsException(
          List.of(
              "health.port: can't be opened on "
                  + host
                  + ":"
                  + port
                  + ", set another or HEALTH_PORT: "
                  + e.getMessage()));
    }
  }

  /** Where it is open, with a slash at the end. */
  URI address() {
    String host = connector.getHost();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + connector.getLocalPort()
            + "/");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The port for health did not close", e);
    }
  }
}
