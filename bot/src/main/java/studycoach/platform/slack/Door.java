package studycoach.platform.slack;

import com.slack.api.bolt.App;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/**
 * Where Slack's requests come in by HTTP: {@value Entrance#PATH}. A body is read without a thread,
 * and only for a few seconds, so that nobody can keep Slack waiting by sending slowly.
 */
final class Door implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int THREADS = 12;

  private final Server server;
  private final ServerConnector connector;

  /**
   * An app that hears by HTTP.
   *
   * @param signature by which its requests are known
   */
  record Guest(Signature signature, App app) {}

  private Door(String host, int port, List<Guest> guests, Traffic traffic) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("slack-http");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(Entrance.PATIENCE.toMillis());
    server.addConnector(connector);
    server.setHandler(new Entrance(guests, traffic));
  }

  /**
   * Opens it.
   *
   * @param port 0 for any
   * @throws PlatformException if the port is taken
   */
  static Door open(String host, int port, List<Guest> guests, Traffic traffic) {
    Door door = new Door(host, port, guests, traffic);
    try {
      door.server.start();
      return door;
    } catch (Exception e) {
      door.close();
      throw new PlatformException(
          "Slack's requests can't be heard on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** The port on which it is open. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The port for Slack's requests did not close", e);
    }
  }
}
