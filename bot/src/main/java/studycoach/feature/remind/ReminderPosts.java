package studycoach.feature.remind;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Members;

/** The reminders as messages. Whether they are wanted is asked anew before they are sent. */
final class ReminderPosts implements PostSource {
  static final String KIND = "reminder";

  private final RemindDao reminders;
  private final Members members;
  private final List<Kind> kinds;
  private final Clock clock;

  ReminderPosts(RemindDao reminders, Members members, List<Kind> kinds, Clock clock) {
    this.reminders = reminders;
    this.members = members;
    this.kinds = kinds;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    Instant now = clock.instant();
    Reminder reminder = reminders.find(subject).orElseThrow();
    Reader reader = reminders.reader(reminder);
    return Timing.isTimely(reminder.occasion().at(), now)
        && reader.choice().reminders().include(reminder.kind())
        && !reader.isQuiet(now)
        && members.contains(reader.group(), reader.learner())
        && kind(reminder).isWorth(reader, reminder.occasion());
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Reminder reminder = reminders.find(subject).orElseThrow();
    Control stop =
        new Control.Button(
            "Stop reminders",
            ActionId.of(RemindFeature.NAME, RemindFeature.STOP, subject, key.value()));
    return kind(reminder).message(reminders.reader(reminder), reminder.occasion(), key, stop);
  }

  private Kind kind(Reminder reminder) {
    return kinds.stream().filter(kind -> kind.wish() == reminder.kind()).findFirst().orElseThrow();
  }
}
