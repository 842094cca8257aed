package studycoach.feature.remind;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.delivery.Outbox;
import studycoach.study.Drop;
import studycoach.study.Drops;
import studycoach.study.Reminders;

/**
 * Plans reminders when they are due. A row is unique for an account and what it is reminded of, and
 * is added with its post, so running twice, or again after a crash, reminds nobody twice.
 */
final class Reminding {
  private final Jdbi jdbi;
  private final RemindDao reminders;
  private final Drops drops;
  private final List<Kind> kinds;
  private final Outbox outbox;
  private final Clock clock;

  Reminding(
      Jdbi jdbi, RemindDao reminders, Drops drops, List<Kind> kinds, Outbox outbox, Clock clock) {
    this.jdbi = jdbi;
    this.reminders = reminders;
    this.drops = drops;
    this.kinds = kinds;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Prospect(Reader reader, Kind kind, Occasion occasion) {}

  /**
   * Plans what is due in a group.
   *
   * @return when somebody may have to be reminded again, as far as the drops that are open tell;
   *     empty if nobody wants to be
   */
  Optional<Instant> keep(long group) {
    Instant now = clock.instant();
    List<Drop> open =
        drops.open(group).stream()
            .filter(drop -> !drop.isExtra() && drop.takesAnswers(now))
            .toList();
    List<Prospect> prospects =
        reminders.readers(group).stream().flatMap(reader -> prospects(reader, open, now)).toList();
    prospects.stream()
        .filter(prospect -> Timing.isTimely(prospect.occasion().at(), now))
        .filter(prospect -> prospect.kind().isWorth(prospect.reader(), prospect.occasion()))
        .forEach(this::plan);
    return prospects.stream()
        .map(prospect -> prospect.occasion().at())
        .filter(at -> at.isAfter(now))
        .min(Instant::compareTo);
  }

  private Stream<Prospect> prospects(Reader reader, List<Drop> open, Instant now) {
    Reminders wanted = reader.choice().reminders();
    return kinds.stream()
        .filter(kind -> wanted.include(kind.wish()))
        .flatMap(
            kind ->
                kind.occasions(reader, open, now)
                    .map(occasion -> new Prospect(reader, kind, occasion)));
  }

  private void plan(Prospect prospect) {
    Optional<Long> added = jdbi.inTransaction(handle -> add(prospect));
    added.ifPresent(id -> outbox.wake(ReminderPosts.KIND, id));
  }

  private Optional<Long> add(Prospect prospect) {
    Optional<Long> added =
        reminders.add(prospect.reader(), prospect.kind().wish(), prospect.occasion());
    added.ifPresent(
        id ->
            outbox.plan(ReminderPosts.KIND, id, new Destination.Direct(prospect.reader().user())));
    return added;
  }
}
