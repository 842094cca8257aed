package studycoach;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    Given given = parent.given();
    System.setProperty("coach.log.to", given.settings().log().appender()); // before anything logs
    Logger log = LoggerFactory.getLogger(RunCommand.class);
    Ending ending = Ending.listening();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<ChatAdapter> adapters = Platforms.of(given, ending::turnedAway, registry);
    Service service = Service.start(given.settings(), adapters, Main.clock(), registry);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (!service.isOutage(failure)) {
            log.error("The thread {} has failed", thread.getName(), failure);
          }
        });
    try {
      log.info("Running on {}.", Platforms.names(adapters));
      return ending.await();
    } finally {
      service.close();
    }
  }
}
