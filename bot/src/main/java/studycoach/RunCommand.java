package studycoach;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.service.Service;

/** {@code coach run}: the bot on chat platforms, until the process is stopped. */
@Command(
    name = "run",
    description = "Runs the bot on the platforms whose tokens are set.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @CommandLine.ParentCommand private Main parent;

  RunCommand() {
    this(new Main());
  }

  RunCommand(Main parent) {
    this.parent = parent;
  }

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "CONSOLE"); // before anything logs
    Settings settings = parent.settings();
    Ending ending = Ending.listening();
    List<ChatAdapter> adapters =
        Platforms.of(settings, new Secrets(System.getenv()), ending::turnedAway);
    if (adapters.isEmpty()) {
      System.err.println(Platforms.NONE);
      return CommandLine.ExitCode.SOFTWARE;
    }
    Service service = Service.start(settings, adapters, Main.clock());
    try {
      System.out.println("Running on " + Platforms.names(adapters) + ".");
      return ending.await();
    } finally {
      service.close();
    }
  }
}
