package studycoach.room;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.Bot;
import studycoach.TallyCheck;
import studycoach.backup.BackupRequest;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Inbox;
import studycoach.control.ControlServer;
import studycoach.control.Report;
import studycoach.engine.RateLimit;
import studycoach.pack.Bank;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.store.Outages;
import studycoach.study.draw.Chance;

/** The bot of a room, from one start to the next stop. Its jobs run when it is told to settle. */
final class RoomBot implements AutoCloseable {
  private final Database database;
  private final Schedule schedule;
  private final Bot bot;
  private final ControlServer control;

  /**
   * A bot that is not started.
   *
   * @param database closed with it
   * @param tallies what is told to who asks whether the boards are right
   */
  RoomBot(
      RoomOptions options,
      Database database,
      Supplier<Bank> bank,
      Clock clock,
      Supplier<Report> tallies) {
    this.database = database;
    this.schedule = Schedule.byHand(database, clock);
    this.bot =
        new Bot(
            options.command(),
            database,
            bank,
            schedule,
            options.seed().map(Chance::seeded).orElseGet(Chance::secure),
            clock,
            RateLimit.none(),
            Duration.ZERO,
            new CompositeMeterRegistry());
    this.control =
        ControlServer.start(
            options.data(),
            Map.of(TallyCheck.NAME, tallies),
            Map.of(BackupRequest.NAME, new BackupRequest(database, clock)));
  }

  void start(ChatAdapter adapter) {
    bot.start(adapter);
    settle();
  }

  /** Does what is due, unless the database is away. */
  void settle() {
    Outages outages = database.outages();
    long failures = outages.failures();
    try {
      if (failures > 0) {
        bot.takeUp();
        outages.end(failures);
      }
      schedule.runDue();
    } catch (RuntimeException e) {
      if (!outages.isOne(e)) {
        throw e;
      }
    }
  }

  Inbox inbox() {
    return bot.inbox();
  }

  /** When the next job is due; it may be already. */
  Optional<Instant> next() {
    return schedule.next();
  }

  Report tallies() {
    return TallyCheck.of(database).get();
  }

  @Override
  public void close() {
    control.close();
    bot.close();
    database.close();
  }
}
