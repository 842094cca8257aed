package studycoach.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import studycoach.chat.ChatAdapter;
import studycoach.pack.Bank;
import studycoach.store.Database;

/** Whether the bot can do its work: the database answers, there are packs, platforms are there. */
final class Readiness implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Probe<Boolean> database;
  private final Supplier<Bank> bank;
  private final List<ChatAdapter> adapters;

  Readiness(Database database, Supplier<Bank> bank, List<ChatAdapter> adapters) {
    this.database = new Probe<>("health-ready", PATIENCE, () -> answers(database));
    this.bank = bank;
    this.adapters = List.copyOf(adapters);
  }

  private static boolean answers(Database database) {
    return database.jdbi().withHandle(h -> h.createQuery("SELECT 1").mapTo(Integer.class).one())
        == 1;
  }

  CompletableFuture<Page> page() {
    return database
        .take()
        .exceptionally(failure -> false)
        .thenApply(this::missing)
        .thenApply(
            missing ->
                missing.isEmpty() ? Page.good("ready") : Page.bad(String.join("\n", missing)));
  }

  /** What is not there, a line each. */
  private List<String> missing(boolean answers) {
    List<String> missing = new ArrayList<>();
    if (!answers) {
      missing.add("database: no answer within " + PATIENCE.toSeconds() + " s");
    }
    if (bank.get().packs().isEmpty()) {
      missing.add("questions: no pack is loaded");
    }
    adapters.stream()
        .filter(adapter -> !adapter.isConnected())
        .forEach(adapter -> missing.add(adapter.platform() + ": not connected"));
    return missing;
  }

  @Override
  public void close() {
    database.close();
  }
}
