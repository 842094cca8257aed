package studycoach.study;

import java.util.Optional;

/**
 * Which reminders an account gets, and when it gets none.
 *
 * @param quiet by the wall clock of its person; empty if no hours are
 */
public record ReminderChoice(Reminders reminders, Optional<QuietHours> quiet) {
  /** Of whoever has never chosen. */
  public static final ReminderChoice NONE =
      new ReminderChoice(Reminders.OFF, Optional.of(QuietHours.USUAL));

  /** The same hours with other reminders. */
  public ReminderChoice with(Reminders other) {
    return new ReminderChoice(other, quiet);
  }
}
