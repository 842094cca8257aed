package studycoach;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
  public Integer call() throws InterruptedException {
    Settings settings = parent.settings();
    List<ChatAdapter> adapters = Platforms.of(settings, new Secrets(System.getenv()), Main.clock());
    if (adapters.isEmpty()) {
      System.err.println(Platforms.NONE);
      return CommandLine.ExitCode.SOFTWARE;
    }
    System.setProperty("coach.log.to", "CONSOLE");
    try (Service service = Service.start(settings, adapters, Main.clock())) {
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
      System.out.println("Running on " + Platforms.names(adapters) + ".");
      new CountDownLatch(1).await();
    }
    return CommandLine.ExitCode.OK;
  }
}
