package studycoach.service;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.testing.ClassPath;

/** A {@link ClockedBot} in a process and a folder of its own, which can be killed. */
final class ClockedProcess implements AutoCloseable {
  private final Path folder;
  private final List<String> command = new ArrayList<>();
  private Optional<Process> process = Optional.empty();
  private long before;

  /**
   * Not started yet.
   *
   * @param arguments of the bot, after its folder
   */
  ClockedProcess(Path folder, List<String> arguments) throws IOException {
    this.folder = Files.createDirectories(folder);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "-Dlogback.configurationFile=logback.xml",
            "-Dcoach.log.to=CONSOLE",
            "-cp",
            ClassPath.all(),
            ClockedBot.class.getName(),
            folder.toString()));
    command.addAll(arguments);
  }

  private Path log() {
    return folder.resolve("out.log");
  }

  void start() throws IOException {
    before = Files.exists(log()) ? Files.size(log()) : 0;
    process =
        Optional.of(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start());
  }

  /** Without warning, as with {@code kill -9}; tells whether it was alive. */
  boolean kill() throws InterruptedException {
    boolean alive = isAlive();
    if (process.isPresent()) {
      process.get().destroyForcibly().waitFor();
    }
    return alive;
  }

  boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** Whether it has come up since it was started. */
  boolean isRunning() {
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
      file.seek(before);
      byte[] written = new byte[(int) (file.length() - before)];
      file.readFully(written);
      return isAlive() && new String(written, StandardCharsets.UTF_8).contains(ClockedBot.RUNNING);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }
}
