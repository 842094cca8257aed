package studycoach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import studycoach.pack.Bank;
import studycoach.pack.Pack;
import studycoach.pack.PlacedBank;
import studycoach.pack.guess.Guessing;
import studycoach.pack.lint.Counts;
import studycoach.pack.lint.Linter;
import studycoach.yaml.Problem;

/** {@code coach questions}: work on packs. */
@Command(
    name = "questions",
    description = "Checks and counts the questions of packs.",
    mixinStandardHelpOptions = true,
    subcommands = {QuestionsCommand.Check.class, QuestionsCommand.Stats.class})
@SuppressWarnings("NullAway.Init") // picocli sets what is annotated.
final class QuestionsCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** What its commands share: the folder that they read, and where they write. */
  @SuppressWarnings("NullAway.Init") // picocli sets what is annotated.
  private abstract static class OnFolder implements Callable<Integer> {
    @ParentCommand private QuestionsCommand parent;

    @Spec private CommandSpec spec;

    @Parameters(
        arity = "0..1",
        paramLabel = "FOLDER",
        description = "The packs (default: the questions folder of the settings)")
    private @Nullable Path folder;

    final Path folder() {
      return folder != null ? folder : parent.main.settings().questionsFolder();
    }

    final void print(List<?> lines) {
      lines.forEach(spec.commandLine().getOut()::println);
    }

    final void print(Pack pack) {
      print(List.of(pack.exam().code() + ": " + pack.questions().size() + " questions"));
    }
  }

  /** {@code coach questions check}: what is wrong, line by line. */
  @Command(
      name = "check",
      description = "Reads all packs and tells what is wrong, with file, line and key.",
      mixinStandardHelpOptions = true)
  static final class Check extends OnFolder {
    @Option(
        names = "--guess",
        description = "Shows how well keys can be guessed from the form of the options alone")
    private boolean guess;

    @Override
    public Integer call() {
      PlacedBank bank = PlacedBank.load(folder());
      List<Problem> findings = new ArrayList<>(Linter.findings(folder(), bank));
      if (guess) {
        findings.addAll(Guessing.findings(bank));
      }
      print(bank.problems());
      print(findings);
      List<Pack> packs = bank.bank().packs();
      packs.forEach(this::report);
      if (guess && packs.size() > 1) {
        print(List.of("All packs"));
        print(Guessing.on(packs).lines());
      }
      print(conclusion(bank.problems().size(), findings.size()));
      boolean clean = bank.problems().isEmpty() && findings.isEmpty();
      return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void report(Pack pack) {
      print(pack);
      if (guess) {
        print(Guessing.on(List.of(pack)).lines());
        if (pack.questions().size() < Guessing.ENOUGH) {
          print(List.of("(shown only: fewer than " + Guessing.ENOUGH + " questions prove little)"));
        }
        print(List.of(""));
      }
    }

    private static List<String> conclusion(int problems, int findings) {
      if (problems + findings == 0) {
        return List.of("No problems.");
      }
      String format = problems + " problems; the files that they are in are left out.";
      String craft = findings + " findings; the bot serves these questions all the same.";
      return Stream.of(problems > 0 ? format : "", findings > 0 ? craft : "")
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  /** {@code coach questions stats}: what there is how many of. */
  @Command(
      name = "stats",
      description = "Counts the questions of each domain, task, type and difficulty.",
      mixinStandardHelpOptions = true)
  static final class Stats extends OnFolder {
    @Override
    public Integer call() {
      Bank bank = Bank.load(folder());
      for (Pack pack : bank.packs()) {
        print(pack);
        print(new Counts(pack).lines());
        print(List.of(""));
      }
      print(bank.problems());
      return bank.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
