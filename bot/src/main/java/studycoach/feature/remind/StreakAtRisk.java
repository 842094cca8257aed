package studycoach.feature.remind;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Drop;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.Reminders;
import studycoach.study.Streaks;

/** A drop is still open whose missing would end a streak. */
final class StreakAtRisk implements Kind {
  private final String root;
  private final Groups groups;
  private final Drops drops;
  private final Streaks streaks;
  private final Clock clock;

  StreakAtRisk(String root, Groups groups, Drops drops, Streaks streaks, Clock clock) {
    this.root = root;
    this.groups = groups;
    this.drops = drops;
    this.streaks = streaks;
    this.clock = clock;
  }

  @Override
  public Reminders wish() {
    return Reminders.STREAK;
  }

  @Override
  public Stream<Occasion> occasions(Reader reader, List<Drop> open, Instant now) {
    return open.stream().flatMap(drop -> occasion(reader, drop));
  }

  private static Stream<Occasion> occasion(Reader reader, Drop drop) {
    return Timing.ofDrop(drop.openedAt(), drop.closesAt(), reader.choice().quiet(), reader.zone())
        .map(at -> new Occasion(drop.id(), at))
        .stream();
  }

  @Override
  public boolean isWorth(Reader reader, Occasion occasion) {
    return drops.find(occasion.subject()).takesAnswers(clock.instant())
        && streaks.endsWithout(occasion.subject(), reader.group(), reader.learner());
  }

  @Override
  public Message message(Reader reader, Occasion occasion, PostKey key, Control stop) {
    int streak = streaks.of(reader.group(), reader.learner()).current();
    ZoneId zone = reader.zone();
    return Message.of(
        new Block.Title(Markup.of("A question is open for you")),
        new Block.Text(
            Markup.of(groups.find(reader.group()).settings().exam() + ": until ")
                .time(drops.find(occasion.subject()).closesAt(), zone)
                .text(". Any answer, right or wrong, keeps your streak of ")
                .text(streak == 1 ? "1 drop." : streak + " drops.")),
        new Block.Text(
            Markup.of("Press the button, or use ")
                .code("/" + root + " today")
                .text(" in its channel.")),
        new Block.Controls(List.of(Buttons.today(reader.group(), key), stop)));
  }
}
