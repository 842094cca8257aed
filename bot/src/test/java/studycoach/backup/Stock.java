package studycoach.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studycoach.config.Settings;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.SchemaVersion;
import studycoach.testing.TestDatabase;

/** A database that a test opens again and again; it begins with nothing in it. */
record Stock(Path data, Settings settings) {
  /** Before there were posts in a state. */
  static final SchemaVersion OLD = new SchemaVersion("20261121.1700");

  static Stock of(TestDatabase kind, Path data) {
    Map<String, String> environment = new HashMap<>(Map.of("COACH_DATA_DIR", data.toString()));
    if (kind == TestDatabase.POSTGRESQL) {
      TestDatabase.Address server = kind.empty();
      environment.put("COACH_DATABASE_URL", server.url());
      environment.put("COACH_DATABASE_USER", server.user());
    }
    return new Stock(data, Settings.read(data.resolve("none.yaml"), environment));
  }

  Database opened() {
    return opened(Migration.atOnce());
  }

  Database opened(Migration migration) {
    return Database.of(settings, migration);
  }

  /** With a learner in tables of an earlier release. */
  Stock old() {
    try (Database old = opened(Migration.upTo(OLD))) {
      old.jdbi()
          .useHandle(
              handle ->
                  handle.execute("INSERT INTO learner (created_at) VALUES (CURRENT_TIMESTAMP)"));
    }
    return this;
  }

  void restore(Path backup) {
    if (settings.database().isPresent()) {
      Restore.toServer(backup, settings.database().get(), data);
    } else {
      Restore.toFolder(backup, data);
    }
  }

  Optional<SchemaVersion> version() {
    try (Database database = opened(Migration.none())) {
      return database.version();
    }
  }

  static long count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }
}
