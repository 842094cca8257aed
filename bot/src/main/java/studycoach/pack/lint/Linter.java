package studycoach.pack.lint;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.yaml.Problem;
import studycoach.yaml.Problems;

/** All rules over the questions that have the right format. */
public final class Linter {
  private static final String SERVICES = "services.yaml";

  private Linter() {}

  /** Those that need to know services find nothing if there are none. */
  static List<Rule> rules(List<Service> services) {
    return List.of(
        new BannedPhrases(),
        new NegativeStems(),
        new StemEchoes(),
        new TellingAbsolutes(),
        new OverlappingOptions(),
        new Opposites(),
        new OutlyingKeys(),
        new MixedEndings(),
        new ExplanationLengths(),
        new OldNames(services),
        new ClosedServices(services),
        new NearDuplicates(),
        new DomainShares());
  }

  /**
   * Looks for flaws, by file and line.
   *
   * @param folder the questions folder that the bank was read from; its {@code services.yaml} says
   *     which services were renamed or closed, and is itself checked if it is there
   */
  public static List<Problem> findings(Path folder, PlacedBank bank) {
    Problems problems = new Problems(SERVICES);
    List<Service> services = ServicesFile.read(folder.resolve(SERVICES), problems);
    return Stream.concat(
            problems.list().stream(), rules(services).stream().flatMap(rule -> rule.findings(bank)))
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }
}
