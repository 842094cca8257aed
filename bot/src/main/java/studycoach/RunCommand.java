package studycoach;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import studycoach.chat.ChatAdapter;
import studycoach.service.Service;

/** {@code coach run}: the bot on chat platforms, until the process is stopped. */
@Command(
    name = "run",
    description = "Runs the bot on the platforms whose tokens are set.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Main parent;

  RunCommand() {
    this(new Main());
  }

  RunCommand(Main parent) {
    this.parent = parent;
  }

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "CONSOLE"); // before anything logs
    Given given = parent.given();
    Ending ending = Ending.listening();
    List<ChatAdapter> adapters = Platforms.of(given, ending::turnedAway);
    Service service = Service.start(given.settings(), adapters, Main.clock());
    try {
      System.out.println("Running on " + Platforms.names(adapters) + ".");
      return ending.await();
    } finally {
      service.close();
    }
  }
}
