package studycoach.pack.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.pack.Domain;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedPack;
import studycoach.yaml.Problem;
import studycoach.yaml.YamlMap;

/**
 * Domains whose share of a pack is not their weight in the exam. Up to two percentage points are
 * allowed, and in any case less than one question: the method of largest remainders always gets
 * that close (Hamilton's quota rule), and in a pack of fewer than 50 questions nothing closer may
 * exist. A pack of which a file is left out is not looked at.
 */
final class DomainShares implements Rule {
  private static final double POINTS = 2;

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.packs().stream()
        .filter(pack -> pack.complete() && !pack.questions().isEmpty())
        .flatMap(DomainShares::findings);
  }

  private static Stream<Problem> findings(PlacedPack pack) {
    List<Domain> domains = pack.exam().domains();
    List<YamlMap> places = pack.place().maps("domains");
    return IntStream.range(0, domains.size())
        .boxed()
        .flatMap(at -> finding(pack, domains.get(at), places.get(at)));
  }

  private static Stream<Problem> finding(PlacedPack pack, Domain domain, YamlMap place) {
    int all = pack.questions().size();
    long count =
        pack.questions().stream()
            .filter(placed -> placed.question().domain().equals(domain.id()))
            .count();
    double due = all * domain.weight() / 100.0;
    double points = 100.0 * count / all - domain.weight();
    if (Math.abs(count - due) < 1 || Math.abs(points) <= POINTS) {
      return Stream.empty();
    }
    String message =
        String.format(
            Locale.ROOT,
            "%s has %d of %d questions, %.1f %%; %.0f would be due",
            domain.id(),
            count,
            all,
            100.0 * count / all,
            due);
    return Stream.of(place.finding("weight", message));
  }
}
