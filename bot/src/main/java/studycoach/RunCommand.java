package studycoach;

import java.time.Clock;
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

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  RunCommand() {
    this(new Main(), CommandLine.Model.CommandSpec.create());
  }

  RunCommand(Main parent, CommandLine.Model.CommandSpec spec) {
    this.parent = parent;
    this.spec = spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = parent.settings();
    List<ChatAdapter> adapters = Platforms.of(settings, new Secrets(System.getenv()));
    if (adapters.isEmpty()) {
      spec.commandLine().getErr().println(Platforms.NONE);
      return CommandLine.ExitCode.SOFTWARE;
    }
    System.setProperty("coach.log.to", "CONSOLE");
    try (Service service = Service.start(settings, adapters, Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
      spec.commandLine().getOut().println("Running on " + Platforms.names(adapters) + ".");
      new CountDownLatch(1).await();
    }
    return CommandLine.ExitCode.OK;
  }
}
