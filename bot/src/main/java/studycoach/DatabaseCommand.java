package studycoach;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;
import studycoach.copy.DatabaseCopy;
import studycoach.store.Database;
import studycoach.store.Migration;

/** {@code coach database}: work on whole databases. */
@Command(
    name = "database",
    description = "Moves the database.",
    mixinStandardHelpOptions = true,
    subcommands = DatabaseCommand.Copy.class)
final class DatabaseCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code coach database copy}: from one database into another, which must be empty. */
  @Command(
      name = "copy",
      description = {
        "Copies a database into an empty one, and compares both. Stop the bot before.",
        "A database is a folder, or the address of a PostgreSQL ("
            + PostgreSql.EXAMPLE
            + "), whose user and password are COACH_DATABASE_USER and COACH_DATABASE_PASSWORD."
      },
      mixinStandardHelpOptions = true)
  static final class Copy implements Callable<Integer> {
    private static final String LINE = "%-20s %12d";

    @Option(names = "--from", paramLabel = "DATABASE", required = true, description = "Left as is")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATABASE", required = true, description = "Made if new")
    private String to = "";

    @Override
    public Integer call() {
      System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
      SortedMap<String, Long> rows;
      try (Database source = opened(from, Migration.none());
          Database target = opened(to, Migration.upTo(DatabaseCopy.version(source)))) {
        rows = DatabaseCopy.run(source, target);
        target.migrate();
      }
      rows.forEach((table, count) -> System.out.println(LINE.formatted(table, count)));
      System.out.println("identical");
      return CommandLine.ExitCode.OK;
    }

    private static boolean isServer(String database) {
      return database.startsWith("jdbc:");
    }

    private static Database opened(String database, Migration migration) {
      return isServer(database)
          ? Database.at(PostgreSql.at(database, new Secrets(System.getenv())), migration)
          : Database.inFolder(Path.of(database), migration);
    }
  }
}
