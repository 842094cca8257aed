package studycoach.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;

/** A PostgreSQL that can be stopped, and started again with what it had stored. */
public final class StoppableServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private Optional<EmbeddedPostgres> running = Optional.empty();

  /**
   * Not started yet.
   *
   * @param folder empty
   */
  public StoppableServer(Path folder) {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PostgreSql address() {
    return PostgreSql.at(
        "jdbc:postgresql://localhost:" + port + "/postgres",
        new Secrets(Map.of("COACH_DATABASE_USER", "postgres")));
  }

  public void start() {
    try {
      running =
          Optional.of(
              EmbeddedPostgres.builder()
                  .setPort(port)
                  .setDataDirectory(folder)
                  .setCleanDataDirectory(false)
                  .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    try {
      running.orElseThrow().close();
      running = Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (running.isPresent()) {
      stop();
    }
  }
}
