package studycoach.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.StoreException;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BeforeMigrationTest {
  @TempDir private Path data;
  @TempDir private Path other;
  private final TestDatabase kind;
  private final MutableClock clock = new MutableClock("2026-11-22T03:00:00Z");

  BeforeMigrationTest(TestDatabase kind) {
    this.kind = kind;
  }

  private Migration careful() {
    return Migration.after(new BeforeMigration(data, clock));
  }

  private List<Path> backups() throws IOException {
    Path folder = data.resolve("backups");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void whatTheOlderReleaseHadIsKeptAndComesBack() throws IOException {
    Stock stock = Stock.of(kind, data).old();

    String next;
    try (Database database = stock.opened(careful())) {
      next = database.version().orElseThrow().text();
      assertThat(next).isNotEqualTo(Stock.OLD.text());
      assertThat(Stock.count(database, "learner")).isEqualTo(1);
    }
    assertThat(backups())
        .containsExactly(data.resolve("backups/before-" + next + "-20261122T030000Z.zip"));
    assertThat(Unpacking.into(other, backups().get(0)).schema()).isEqualTo(Stock.OLD);

    stock.opened(careful()).close();
    assertThat(backups()).hasSize(1);
  }

  @Test
  void ifItFailsNothingIsChanged() throws IOException {
    Stock stock = Stock.of(kind, data).old();
    Files.writeString(data.resolve("backups"), "no folder");

    assertThatThrownBy(() -> stock.opened(careful()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "The database is of an older release and was to be backed up first,")
        .hasMessageContaining("was not made: ");
    assertThat(stock.version()).contains(Stock.OLD);
  }

  @Test
  void aNewDatabaseNeedsNone() throws IOException {
    Stock.of(kind, data).opened(careful()).close();
    assertThat(backups()).isEmpty();
  }
}
