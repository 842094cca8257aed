package studycoach.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studycoach.Bot;
import studycoach.chat.ChatAdapter;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.pack.Bank;
import studycoach.store.Database;

/** The bot that runs on a data folder, if one does: it alone may look at what it holds. */
public final class RunningBot {
  static final String DATABASE = "database";
  static final String EXAMS = "exams";
  static final String ZONES = "zones";
  private static final String PREFIX = "doctor-";

  private final ControlClient client;
  private @Nullable Boolean runs;

  /**
   * A bot that was not asked yet.
   *
   * @param patience how long an answer may take
   */
  public RunningBot(Path dataFolder, Duration patience) {
    this.client = new ControlClient(dataFolder, patience);
  }

  /** What a bot that runs lets a doctor ask. */
  public static Map<String, Supplier<Report>> reports(
      Database database, Supplier<Bank> bank, Bot bot, List<ChatAdapter> adapters) {
    GroupNeeds needs = new GroupNeeds(database);
    Map<String, Supplier<List<Remark>>> remarks = new HashMap<>();
    remarks.put(DATABASE, () -> DatabaseCheck.remarks(database));
    remarks.put(EXAMS, () -> needs.exams(bank.get()));
    remarks.put(ZONES, needs::zones);
    adapters.forEach(
        adapter -> remarks.put(adapter.platform(), () -> PlatformCheck.remarks(bot, adapter)));
    Map<String, Supplier<Report>> reports = new HashMap<>();
    remarks.forEach((name, of) -> reports.put(PREFIX + name, () -> Remark.report(of.get())));
    return reports;
  }

  /** What it says; empty if none runs. */
  Optional<List<Remark>> ask(String name) {
    Optional<List<Remark>> said = client.ask(PREFIX + name).map(Remark::read);
    runs = said.isPresent();
    return said;
  }

  /** Whether one runs. */
  boolean runs() {
    Boolean known = runs;
    return known != null ? known : ask(DATABASE).isPresent();
  }
}
