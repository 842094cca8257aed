package studycoach.study;

import java.util.ArrayList;
import java.util.List;
import studycoach.study.StreakDay.Verdict;
import studycoach.study.StreakDrop.Standing;

/**
 * The rule of streaks: a member's streak is the number of the group's latest drops in a row that
 * they answered. It knows no midnights and no zones, so neither travel nor clock changes break it.
 *
 * <p>Every seventh answered drop earns a freeze, of which two are kept at most. A freeze is used by
 * itself for one missed drop of the timetable: that drop then keeps the streak and adds nothing.
 */
public final class StreakRule {
  static final int ANSWERS_PER_FREEZE = 7;
  static final int MOST_FREEZES = 2;

  private StreakRule() {}

  /**
   * Counts from the member's first drop on; a later drop never changes what an earlier one did.
   *
   * @param drops all of the group's, in the order they were opened, also those from before the
   *     member's first answer
   */
  public static Streak of(List<StreakDrop> drops) {
    List<StreakDay> days = new ArrayList<>();
    Tally tally = new Tally(0, 0, 0, 0);
    for (StreakDrop drop : drops) {
      Verdict verdict = tally.verdict(drop);
      Tally before = tally;
      tally = tally.after(verdict);
      days.add(
          new StreakDay(
              drop, verdict, tally.current, tally.freezes, tally.freezes > before.freezes));
    }
    return new Streak(tally.current, tally.longest, tally.freezes, tally.answered, days);
  }

  private record Tally(int current, int longest, int freezes, int answered) {

    Verdict verdict(StreakDrop drop) {
      if (drop.standing() == Standing.ANSWERED) {
        return Verdict.COUNTED;
      }
      if (drop.standing() == Standing.OPEN) {
        return Verdict.OPEN;
      }
      if (answered == 0) {
        return Verdict.BEFORE_JOINING;
      }
      return switch (drop.standing()) {
        case FAILED -> Verdict.OUR_FAULT;
        case AWAY -> Verdict.AWAY;
        default -> drop.extra() ? Verdict.EXTRA_MISSED : missed();
      };
    }

    private Verdict missed() {
      if (current == 0) {
        return Verdict.MISSED_AT_ZERO;
      }
      return freezes > 0 ? Verdict.FROZEN : Verdict.BROKEN;
    }

    Tally after(Verdict verdict) {
      return switch (verdict) {
        case COUNTED -> answer();
        case FROZEN -> new Tally(current, longest, freezes - 1, answered);
        case BROKEN -> new Tally(0, longest, freezes, answered);
        default -> this;
      };
    }

    private Tally answer() {
      int earned = (answered + 1) % ANSWERS_PER_FREEZE == 0 ? 1 : 0;
      return new Tally(
          current + 1,
          Math.max(longest, current + 1),
          Math.min(MOST_FREEZES, freezes + earned),
          answered + 1);
    }
  }
}
