package studycoach.pack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.yaml.Problem;

/**
 * The bank of a questions folder as it is edited. Whoever asks for it looks at the folder, at most
 * every two seconds; there is no thread. Thread-safe.
 *
 * <p>An edit with problems is not taken over: its pack stays as it was until they are mended. What
 * was broken from the start is left out as {@link Bank} says. A pack disappears when its folder is
 * missing at two looks. The problems are those of the files on disk; each is logged once.
 */
public final class LiveBank implements Supplier<Bank> {
  static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(LiveBank.class);

  private final Path folder;
  private final LoadingCache<Path, Bank> latest;
  private Optional<Fingerprint> seen;
  private Set<String> missing = Set.of();
  private Served served = Served.NOTHING;
  private Bank bank = served.bank();

  /** Reads the folder for the first time. */
  public LiveBank(Path folder, Ticker ticker) {
    this.folder = folder;
    this.latest =
        Caffeine.newBuilder()
            .expireAfterWrite(PAUSE)
            .ticker(ticker)
            .executor(Runnable::run)
            .build(key -> look());
    this.seen = Optional.of(Fingerprint.of(folder));
    serve(Served.NOTHING.after(Bank.load(folder), Set.of()));
  }

  @Override
  public Bank get() {
    return latest.get(folder);
  }

  private synchronized Bank look() {
    Fingerprint now = Fingerprint.of(folder);
    if (seen.filter(now::equals).isPresent()) {
      return bank;
    }
    Bank read = Bank.load(folder);
    // Else somebody was writing meanwhile: the next look tells.
    if (Fingerprint.of(folder).equals(now)) {
      Set<String> gone = gone();
      serve(served.after(read, common(gone, missing)));
      seen = missing.containsAll(gone) ? Optional.of(now) : Optional.empty();
      missing = gone;
    }
    return bank;
  }

  /** The packs whose folders are missing though that of all packs is there. */
  private Set<String> gone() {
    return Files.isDirectory(folder)
        ? served.versions().keySet().stream()
            .filter(name -> !Files.isDirectory(folder.resolve(name)))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private void serve(Served next) {
    Set<Problem> told = Set.copyOf(served.problems());
    next.problems().stream()
        .filter(problem -> !told.contains(problem))
        .forEach(problem -> LOG.warn("{}", problem));
    if (!next.kept().isEmpty()) {
      LOG.warn("Served as they were before: {}", String.join(", ", next.kept()));
    }
    served = next;
    bank = next.bank();
  }
}
