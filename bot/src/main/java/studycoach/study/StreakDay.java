package studycoach.study;

/**
 * What one drop did to a member's streak, for the explanation of it.
 *
 * @param streakAfter in drops
 * @param freezesAfter kept after this drop, 0 to {@value StreakRule#MOST_FREEZES}
 * @param earnedFreeze whether this answer added a freeze to those kept; false when as many were
 *     kept already as can be
 */
public record StreakDay(
    StreakDrop drop, Verdict verdict, int streakAfter, int freezesAfter, boolean earnedFreeze) {

  /** How a drop counts. */
  public enum Verdict {
    /** Answered: one more. */
    COUNTED,
    /** Missed, and a freeze kept the streak. */
    FROZEN,
    /** Missed without a freeze: back to 0. */
    BROKEN,
    /** Missed when there was no streak to lose; no freeze is used. */
    MISSED_AT_ZERO,
    /** Can still be answered; neutral until then. */
    OPEN,
    /** We failed to post it; neutral. */
    OUR_FAULT,
    /** The member was on vacation; neutral. */
    AWAY,
    /** An extra drop left out; neutral. */
    EXTRA_MISSED,
    /** Came before the member's first answer in the group; neutral. */
    BEFORE_JOINING
  }
}
