package studycoach;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studycoach.config.Settings;
import studycoach.platform.slack.SlackManifest;
import studycoach.service.Service;
import studycoach.store.Database;

/** {@code coach manifest}: what a platform must know about the bot. */
@Command(
    name = "manifest",
    description = "Prints what a platform must know about the bot.",
    mixinStandardHelpOptions = true,
    subcommands = ManifestCommand.SlackCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets what is annotated.
final class ManifestCommand implements Callable<Integer> {
  @CommandLine.ParentCommand private Main parent;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code coach manifest slack}: for the page where Slack makes an app from a manifest. */
  @Command(
      name = "slack",
      description = "Prints the manifest to paste where a Slack app is made.",
      mixinStandardHelpOptions = true)
  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated.
  static final class SlackCommand implements Callable<Integer> {
    @CommandLine.ParentCommand private ManifestCommand family;
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
        names = "--url",
        paramLabel = "URL",
        description =
            "Where Slack reaches the bot by HTTP, e.g. https://coach.example.org (default: Socket"
                + " Mode)")
    private @Nullable URI url;

    @Override
    public Integer call() {
      System.setProperty("coach.log.to", "NOWHERE");
      spec.commandLine().getOut().print(of(family.parent.settings(), Optional.ofNullable(url)));
      spec.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    }

    static String of(Settings settings, Optional<URI> url) {
      try (Database database = Database.inMemory();
          Bot bot = Service.idle(settings, database, Main.clock())) {
        return SlackManifest.of(settings.command(), bot.inbox().commands(), url);
      }
    }
  }
}
