package studycoach.pack.lint;

import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.lint.ServiceNames.Mention;
import studycoach.yaml.Problem;

/**
 * Services by a name that they no longer have, in any text that doesn't give the present one too.
 */
final class OldNames implements Rule {
  private final ServiceNames names;

  OldNames(List<Service> services) {
    this.names = new ServiceNames(services);
  }

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream()
        .flatMap(question -> Passage.of(question).stream())
        .flatMap(this::findings);
  }

  private Stream<Problem> findings(Passage passage) {
    List<Mention> old = names.in(passage.text()).stream().filter(Mention::renamed).toList();
    String rest = without(old, passage.text());
    return old.stream()
        .filter(mention -> !rest.contains(presentName(mention.service())))
        .map(mention -> passage.finding("'" + mention.name() + "' " + mention.service().fate()))
        .distinct();
  }

  /** Without the vendor, which texts leave out. */
  private static String presentName(Service service) {
    return service.now().orElseThrow().replaceFirst("^(Amazon|AWS) ", "");
  }

  private static String without(List<Mention> mentions, String text) {
    StringBuilder rest = new StringBuilder(ServiceNames.prose(text));
    mentions.forEach(at -> rest.replace(at.start(), at.end(), " ".repeat(at.end() - at.start())));
    return rest.toString().replaceAll("\\s+", " ");
  }
}
