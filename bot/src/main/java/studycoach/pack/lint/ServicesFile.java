package studycoach.pack.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studycoach.pack.Fields;
import studycoach.pack.lint.Service.Status;
import studycoach.yaml.Problems;
import studycoach.yaml.YamlFile;
import studycoach.yaml.YamlMap;

/** Reads the list of renamed and closed services, {@code services.yaml}. */
final class ServicesFile {
  private static final String SERVICES = "services";

  private final Set<String> seen = new HashSet<>();

  private ServicesFile() {}

  /** The entries; none if there is no such file, or if it has a problem: that is mended first. */
  static List<Service> read(Path file, Problems problems) {
    if (Files.notExists(file)) {
      return List.of();
    }
    ServicesFile reader = new ServicesFile();
    List<Service> services =
        YamlFile.read(file, problems).stream()
            .flatMap(top -> entries(top).stream())
            .flatMap(entry -> reader.service(entry).stream())
            .toList();
    return problems.isEmpty() ? services : List.of();
  }

  private static List<YamlMap> entries(YamlMap top) {
    top.onlyKeys(SERVICES);
    return top.maps(SERVICES);
  }

  private Optional<Service> service(YamlMap entry) {
    entry.onlyKeys("names", "alone", "status", "since", "now", "source");
    entry.text("source");
    entry.find("source").ifPresent(Fields::address);
    List<String> names = entry.strings("names");
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> entry.problem("names", "'" + name + "' stands here for the second time"));
    Optional<Status> status = entry.choice("status", Status.class);
    if (status.filter(Status.RENAMED::equals).isPresent() && !entry.has("now")) {
      entry.problem("now", "is missing: what is it called now?");
    }
    boolean alone = entry.flag("alone", false);
    Optional<LocalDate> since = entry.optionalDate("since");
    Optional<String> now = entry.optionalText("now");
    return status.map(known -> new Service(names, alone, known, since, now));
  }
}
