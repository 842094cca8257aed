package studycoach.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;
import studycoach.copy.DatabaseCopy;
import studycoach.pack.QuestionType;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.StoreException;
import studycoach.study.board.Tallies;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Made of each database, and restored into each. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");
  private static final int THREADS = 4;

  private final TestDatabase kind;
  @TempDir private Path folder;
  @TempDir private Path first;
  @TempDir private Path second;

  BackupTest(TestDatabase kind) {
    this.kind = kind;
  }

  private Path file() {
    return folder.resolve("coach.zip");
  }

  /** People who answer one after the other, until they are told to stop. */
  private static final class Crowd implements AutoCloseable {
    private final World world;
    private final ActionId letter;
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    Crowd(World world, ActionId letter) {
      this.world = world;
      this.letter = letter;
      for (int i = 0; i < THREADS; i++) {
        threads.execute(this::answer);
      }
    }

    private void answer() {
      while (!over.get()) {
        String name = "p" + next.incrementAndGet();
        Origin origin =
            new Origin(
                new UserRef("fake", "w", name), name, Optional.of(world.chat().channel()), false);
        String told =
            world.inbox().accept(new Incoming.Click(origin, letter, List.of())).toString();
        if (told.contains("You chose A")) {
          confirmed.add(name);
        }
      }
    }

    void atLeast(int more) {
      int goal = confirmed.size() + more;
      await().atMost(1, TimeUnit.MINUTES).until(() -> confirmed.size() >= goal);
    }

    @Override
    public void close() {
      over.set(true);
      threads.shutdown();
      await().atMost(1, TimeUnit.MINUTES).until(threads::isTerminated);
    }
  }

  private static ActionId letter(World world) {
    Person amira = world.chat().manager("amira");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC reveal:7d");
    do {
      amira.runs("group post");
    } while (world.questionIn(world.chat().lastText()).type() != QuestionType.MULTIPLE_CHOICE);
    return amira.idOf("A");
  }

  private static Set<String> answered(Database database) {
    return Set.copyOf(
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT a.user_id FROM account a"
                                + " JOIN attempt t ON t.learner_id = a.learner_id")
                        .mapTo(String.class)
                        .list()));
  }

  @Test
  void whatWasConfirmedBeforeIsInItThoughPeopleGoOnAnswering() throws IOException {
    Set<String> before;
    int meanwhile;
    try (World world = new World(kind, "2026-03-27T07:00:00Z")) {
      ActionId letter = letter(world);
      try (Crowd crowd = new Crowd(world, letter)) {
        crowd.atLeast(50);
        before = Set.copyOf(crowd.confirmed);
        Backup.write(world.database(), file(), NOW);
        meanwhile = crowd.confirmed.size() - before.size();
      }
      assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    }
    assertThat(meanwhile).isGreaterThan(10);

    String fingerprint = restoredInto(Stock.of(TestDatabase.H2, first), before);
    assertThat(restoredInto(Stock.of(TestDatabase.POSTGRESQL, second), before))
        .isEqualTo(fingerprint);
    assertThat(first).isDirectoryContaining(path -> path.endsWith("coach.mv.db"));
    assertThat(second).isEmptyDirectory();
  }

  private String restoredInto(Stock stock, Set<String> before) {
    stock.restore(file());
    try (Database restored = stock.opened()) {
      assertThat(answered(restored)).containsAll(before).hasSizeGreaterThanOrEqualTo(50);
      assertThat(new Tallies(restored.jdbi()).differences()).isEmpty();
      return DatabaseCopy.fingerprint(restored);
    }
  }

  @Test
  void onlyItsOwnerMayReadItAndNothingElseIsLeft() throws IOException {
    try (Database database = kind.open()) {
      Backup.write(database, file(), NOW);
    }
    assertThat(Files.getPosixFilePermissions(file()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Files.writeString(file(), "mine");
    try (Database database = kind.open()) {
      assertThatThrownBy(() -> Backup.write(database, file(), NOW))
          .isInstanceOf(StoreException.class)
          .hasMessage(file() + " is there already, and was left as it is. Name a new file.");
    }
    assertThat(file()).hasContent("mine");
  }

  @Test
  void whereNothingCanBeWrittenItSaysSo() throws IOException {
    Files.writeString(file(), "no folder");
    try (Database database = kind.open()) {
      assertThatThrownBy(() -> Backup.write(database, file().resolve("a.zip"), NOW))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("was not made: ");
    }
  }

  @Test
  void anOlderOneIsBroughtUpToDateWhenItIsRestored() {
    Stock old = Stock.of(kind, first).old();
    try (Database database = old.opened(Migration.none())) {
      Backup.write(database, file(), NOW);
    }
    assertThat(old.version()).contains(Stock.OLD);

    for (TestDatabase target : TestDatabase.values()) {
      Stock stock = Stock.of(target, second.resolve(target.name()));
      stock.restore(file());
      assertThat(stock.version().orElseThrow()).isGreaterThan(Stock.OLD);
      try (Database restored = stock.opened()) {
        assertThat(Stock.count(restored, "learner")).isEqualTo(1);
      }
    }
  }

  @Test
  void aDatabaseThatHoldsSomethingIsLeftAsItIs() {
    Stock full = Stock.of(kind, first).old();
    try (Database database = full.opened(Migration.none())) {
      Backup.write(database, file(), NOW);
    }
    Path newer = folder.resolve("newer.zip");
    try (Database database = kind.open()) {
      Backup.write(database, newer, NOW);
    }
    for (Path backup : List.of(file(), newer)) {
      assertThatThrownBy(() -> full.restore(backup)).isInstanceOf(StoreException.class);
      assertThat(full.version()).contains(Stock.OLD);
    }

    full.opened().close();
    assertThatThrownBy(() -> full.restore(file())).isInstanceOf(StoreException.class);
    try (Database database = full.opened()) {
      assertThat(Stock.count(database, "learner")).isEqualTo(1);
    }
  }
}
