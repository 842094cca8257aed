package studycoach.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import studycoach.Main;
import studycoach.testing.ClassPath;

/** The program as an operator starts it, in a process and a folder of its own. */
final class BotProcess implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> environment;
  private Process process;

  /**
   * @param questions the packs
   * @param environment all that is set, besides where Java is
   */
  BotProcess(Path folder, Path questions, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
    Files.createSymbolicLink(folder.resolve("questions"), questions.toAbsolutePath());
    process = begin();
  }

  private Process begin() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ClassPath.ofTheProgram(),
                Main.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().clear();
    builder.environment().put("HEALTH_PORT", "0");
    builder.environment().putAll(environment);
    return builder.start();
  }

  Path log() {
    return folder.resolve("out.log");
  }

  /** Without warning, as with {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = begin();
  }

  /** Sends it a signal, e.g. {@code INT}. */
  BotProcess signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    return this;
  }

  /** Asks it to stop, and gives its exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    return exit();
  }

  /** Its exit status; -1 if it doesn't end in a minute. */
  int exit() throws InterruptedException {
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
