package studycoach.feature.remind;

import studycoach.study.Reminders;

/**
 * A reminder that was planned: a row of {@code reminder}.
 *
 * @param home of the account that is reminded
 * @param kind neither {@code OFF} nor {@code ALL}
 */
record Reminder(long id, long home, long group, Reminders kind, Occasion occasion) {}
