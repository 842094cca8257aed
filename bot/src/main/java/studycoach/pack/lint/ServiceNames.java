package studycoach.pack.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.pack.lint.Service.Status;

/** Finds services by their names in texts. */
final class ServiceNames {
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private final List<Name> names;

  /** Of all services, since one's name may be part of another's. */
  ServiceNames(List<Service> services) {
    this.names =
        services.stream()
            .flatMap(service -> service.names().stream().map(name -> Name.of(service, name)))
            .toList();
  }

  private record Name(Service service, Pattern pattern) {
    static Name of(Service service, String name) {
      String words =
          String.join("\\s+", Stream.of(name.split("\\s+")).map(Pattern::quote).toList());
      String end = service.alone() ? "(?!\\w)(?!\\s+[A-Z])" : "(?!\\w)";
      return new Name(service, Pattern.compile("(?<!\\w)" + words + end));
    }

    Stream<Mention> in(String text) {
      return pattern
          .matcher(text)
          .results()
          .map(found -> new Mention(service, found.group(), found.start(), found.end()));
    }
  }

  /**
   * A name in a text.
   *
   * @param start from 0
   * @param end exclusive
   */
  record Mention(Service service, String name, int start, int end) {

    private boolean isPartOf(Mention other) {
      return other.start <= start && end <= other.end && other.end - other.start > end - start;
    }

    boolean renamed() {
      return service.status() == Status.RENAMED;
    }
  }

  /**
   * Every name that is not part of a longer one; code is passed over, since APIs keep old names.
   */
  List<Mention> in(String text) {
    String prose = prose(text);
    List<Mention> all = names.stream().flatMap(name -> name.in(prose)).toList();
    return all.stream().filter(one -> all.stream().noneMatch(one::isPartOf)).toList();
  }

  /** The text with blanks in place of code. */
  static String prose(String text) {
    return CODE.matcher(text).replaceAll(code -> " ".repeat(code.group().length()));
  }
}
