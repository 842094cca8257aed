package studycoach.study;

import java.util.List;

/**
 * A member's streak in a group, counted in drops.
 *
 * @param current how many of the latest drops in a row were answered
 * @param longest the most that {@code current} has ever been
 * @param freezes kept now, 0 to {@value StreakRule#MOST_FREEZES}
 * @param answered drops answered in all; a break does not reset it
 * @param days one for each drop, in the order they were opened
 */
public record Streak(int current, int longest, int freezes, int answered, List<StreakDay> days) {
  public Streak {
    days = List.copyOf(days);
    if (current < 0
        || current > longest
        || longest > answered
        || freezes < 0
        || freezes > StreakRule.MOST_FREEZES) {
      throw new IllegalArgumentException(
          "current %d, longest %d, answered %d, freezes %d"
              .formatted(current, longest, answered, freezes));
    }
  }

  /** How long it is and what is kept, e.g. {@code 8 drops · 1 freeze kept}; or {@code none yet}. */
  public String words() {
    if (answered == 0) {
      return "none yet";
    }
    return (current == 1 ? "1 drop" : current + " drops")
        + (freezes == 1 ? " · 1 freeze kept" : " · " + freezes + " freezes kept");
  }

  /** How many more drops to answer until a freeze is earned, 1 to 7. */
  public int answersToNextFreeze() {
    return StreakRule.ANSWERS_PER_FREEZE - answered % StreakRule.ANSWERS_PER_FREEZE;
  }
}
