package studycoach.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.yaml.Problem;

/**
 * Which version of each pack is served. No two of them share the id of a question.
 *
 * @param versions by folder
 * @param kept the folders whose packs stay as they were, though the disk says otherwise
 * @param problems of what is on disk
 */
record Served(Map<String, Version> versions, Set<String> kept, List<Problem> problems) {
  static final Served NOTHING = new Served(Map.of(), Set.of(), List.of());

  /**
   * A pack as it was read once.
   *
   * @param broken its files that had a problem
   */
  private record Version(Pack pack, Set<String> broken) {

    /** Whether what was fine is fine still, and there is something to ask. */
    boolean mayBecome(Version later) {
      return broken.containsAll(later.broken)
          && (pack.questions().isEmpty() || !later.pack.questions().isEmpty());
    }

    Stream<String> ids() {
      return pack.questions().stream().map(Question::id);
    }
  }

  Bank bank() {
    return new Bank(versions.values().stream().map(Version::pack).toList(), problems);
  }

  /**
   * What is served after another look. A pack stays as it was if one of its files broke that was
   * fine, if it can't be seen but is not gone, or if it took an id of a pack that stays.
   *
   * @param gone the folders that don't exist any more
   */
  Served after(Bank read, Set<String> gone) {
    Map<String, Version> fresh = versions(read);
    Set<String> staying = staying(fresh, gone);
    List<Problem> all = new ArrayList<>(read.problems());
    Optional<Problem> clash = clash(fresh, staying);
    while (clash.isPresent()) {
      all.add(clash.get());
      staying.add(clash.get().file());
      clash = clash(fresh, staying);
    }
    fresh.keySet().removeAll(staying);
    versions.forEach(
        (folder, version) -> {
          if (staying.contains(folder)) {
            fresh.put(folder, version);
          }
        });
    return new Served(fresh, staying, all);
  }

  private static Map<String, Version> versions(Bank read) {
    Map<String, Version> versions = new TreeMap<>();
    for (Pack pack : read.packs()) {
      Set<String> broken =
          read.problems().stream()
              .map(Problem::file)
              .filter(file -> file.startsWith(pack.folder() + "/"))
              .collect(Collectors.toSet());
      versions.put(pack.folder(), new Version(pack, broken));
    }
    return versions;
  }

  private Set<String> staying(Map<String, Version> fresh, Set<String> gone) {
    Set<String> staying = new TreeSet<>();
    versions.forEach(
        (folder, version) -> {
          Version later = fresh.get(folder);
          if (later == null ? !gone.contains(folder) : !version.mayBecome(later)) {
            staying.add(folder);
          }
        });
    return staying;
  }

  private Optional<Problem> clash(Map<String, Version> fresh, Set<String> staying) {
    Set<String> taken =
        versions.entrySet().stream()
            .filter(entry -> staying.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().ids())
            .collect(Collectors.toSet());
    return fresh.entrySet().stream()
        .filter(entry -> !staying.contains(entry.getKey()))
        .flatMap(
            entry ->
                entry.getValue().ids().filter(taken::contains).map(id -> clash(entry.getKey(), id)))
        .findFirst();
  }

  private static Problem clash(String folder, String id) {
    return new Problem(
        folder, 0, "", "is not taken over: a pack that stays as it was has the id '" + id + "'");
  }
}
