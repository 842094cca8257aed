package studycoach.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import studycoach.Bot;
import studycoach.chat.ChatAdapter;
import studycoach.service.Service;
import studycoach.store.Database;

/**
 * What keeps the bot from working on one platform. The running bot looks for itself; without one,
 * an adapter connects only for that.
 *
 * @param server answers without a token
 */
public record PlatformCheck(
    ChatAdapter adapter, URI server, Archive archive, RunningBot bot, Clock clock)
    implements Check {
  @Override
  public String title() {
    return adapter.platform();
  }

  @Override
  public List<Remark> remarks() {
    return bot.ask(adapter.platform()).orElseGet(this::seen);
  }

  private List<Remark> seen() {
    try (adapter) {
      ServerDate.of(server, clock);
      return looked();
    } catch (IOException e) {
      return List.of(
          Remark.error(
              server.getHost() + " can't be reached (" + e.getClass().getSimpleName() + ")",
              "see whether this machine may reach it: network, DNS, firewall, proxy"));
    }
  }

  private List<Remark> looked() {
    if (archive.database().isPresent() || archive.isEmpty()) {
      return archive.database().map(this::looked).orElseGet(this::lookedAlone);
    }
    List<Remark> remarks = new ArrayList<>(lookedAlone());
    remarks.add(
        Remark.warning(
            "The channels of groups were not looked at: the database can't be read so far",
            "see what is said of the database, or of its tables, by coach doctor"));
    return remarks;
  }

  /** Without groups. */
  private List<Remark> lookedAlone() {
    try (Database empty = Database.inMemory()) {
      return looked(empty);
    }
  }

  private List<Remark> looked(Database database) {
    try (Bot idle = Service.idle(archive.settings(), database, clock)) {
      return remarks(idle, adapter);
    }
  }

  static List<Remark> remarks(Bot bot, ChatAdapter adapter) {
    return bot.examine(adapter).stream().map(Remark::of).toList();
  }

  @Override
  public Remark tooLate(Duration limit) {
    return Remark.warning(
        "Not done within " + limit.toSeconds() + " s",
        "ask for it alone, which may take longer: coach doctor " + adapter.platform());
  }
}
