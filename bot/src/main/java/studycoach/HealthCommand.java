package studycoach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import studycoach.control.ControlClient;
import studycoach.control.Report;

/** {@code coach health}: asks the running bot whether it works; a container is watched by it. */
@Command(
    name = "health",
    description = "Says whether a bot runs on the data folder and reaches its database.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParentCommand private Main parent = new Main();

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    Report report = of(parent.settings().dataFolder());
    report.lines().forEach(System.out::println);
    return report.good() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** Of the bot that runs on a data folder. */
  static Report of(Path folder) {
    return new ControlClient(folder, PATIENCE)
        .ask(Health.NAME)
        .orElseGet(() -> new Report(List.of("No bot runs on the folder " + folder + "."), false));
  }
}
