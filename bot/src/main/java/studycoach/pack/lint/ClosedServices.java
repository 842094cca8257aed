package studycoach.pack.lint;

import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.yaml.Problem;

/**
 * Services in right answers that a new customer can't have. In a stem, a distractor or a reason
 * they are welcome: a question may well ask what to do now that one is closed.
 */
final class ClosedServices implements Rule {
  private final ServiceNames names;

  ClosedServices(List<Service> services) {
    this.names = new ServiceNames(services);
  }

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream()
        .flatMap(question -> Passage.of(question).stream())
        .filter(Passage::isKey)
        .flatMap(this::findings);
  }

  private Stream<Problem> findings(Passage key) {
    return names.in(key.text()).stream()
        .filter(mention -> !mention.renamed())
        .map(mention -> key.finding("'" + mention.name() + "' " + mention.service().fate()))
        .distinct();
  }
}
