package studycoach.feature.remind;

import java.time.Instant;
import java.time.ZoneId;
import studycoach.chat.UserRef;
import studycoach.study.ReminderChoice;

/**
 * An account that is reminded of what goes on in a group.
 *
 * @param home of the account
 * @param learner whose account it is now
 * @param zone their own, else the group's
 */
record Reader(
    long group, long home, long learner, UserRef user, ZoneId zone, ReminderChoice choice) {

  boolean isQuiet(Instant at) {
    return choice.quiet().filter(hours -> hours.contain(at, zone)).isPresent();
  }
}
