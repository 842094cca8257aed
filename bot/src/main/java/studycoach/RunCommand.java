package studycoach;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    Settings settings = parent.settings();
    System.setProperty("coach.log.to", settings.log().appender()); // before anything logs
    Logger log = LoggerFactory.getLogger(RunCommand.class);
    CompletableFuture<String> lost = new CompletableFuture<>();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<ChatAdapter> adapters =
        Platforms.of(settings, new Secrets(System.getenv()), lost::complete, registry);
    if (adapters.isEmpty()) {
      System.err.println(Platforms.NONE);
      return CommandLine.ExitCode.SOFTWARE;
    }
    try (Service service = Service.start(settings, adapters, Main.clock(), registry)) {
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
      log.info("Running on {}.", Platforms.names(adapters));
      log.error("{}", lost.join());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
