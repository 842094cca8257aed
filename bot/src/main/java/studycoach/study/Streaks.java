package studycoach.study;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Streaks of learners, derived from the log whenever somebody asks. */
public final class Streaks {
  private final Drops drops;
  private final Attempts attempts;
  private final Learners learners;

  public Streaks(Drops drops, Attempts attempts, Learners learners) {
    this.drops = drops;
    this.attempts = attempts;
    this.learners = learners;
  }

  public Streak of(long group, long learner) {
    return of(group, learner, Set.of());
  }

  /** Whether a streak ends if a drop that is open is not answered. */
  public boolean endsWithout(long drop, long group, long learner) {
    return of(group, learner, Set.of(drop)).days().stream()
        .anyMatch(day -> day.drop().id() == drop && day.verdict() == StreakDay.Verdict.BROKEN);
  }

  /**
   * @param givenUp drops that are open, but will not be answered
   */
  private Streak of(long group, long learner, Set<Long> givenUp) {
    Set<Long> answered = attempts.dropsAnswered(group, learner);
    List<Vacation> vacations = learners.vacations().of(learner);
    Set<Long> unseen = drops.unseen().of(group, learner);
    return StreakRule.of(
        drops.of(group).stream()
            .map(
                drop ->
                    new StreakDrop(
                        drop.id(),
                        drop.openedAt(),
                        drop.closesAt(),
                        drop.isExtra(),
                        standing(
                            drop,
                            answered.contains(drop.id()),
                            unseen.contains(drop.id()),
                            givenUp.contains(drop.id()),
                            vacations)))
            .toList());
  }

  private static StreakDrop.Standing standing(
      Drop drop, boolean answered, boolean unseen, boolean givenUp, List<Vacation> vacations) {
    if (answered) {
      return StreakDrop.Standing.ANSWERED;
    }
    return switch (drop.state()) {
      case OPEN -> givenUp ? missed(drop, vacations) : StreakDrop.Standing.OPEN;
      case FAILED -> StreakDrop.Standing.FAILED;
      case CLOSED -> unseen ? StreakDrop.Standing.FAILED : missed(drop, vacations);
    };
  }

  private static StreakDrop.Standing missed(Drop drop, List<Vacation> vacations) {
    return isAway(vacations, drop.openedAt(), drop.closesAt())
        ? StreakDrop.Standing.AWAY
        : StreakDrop.Standing.MISSED;
  }

  private static boolean isAway(List<Vacation> vacations, Instant opened, Instant closes) {
    return vacations.stream().anyMatch(vacation -> vacation.touches(opened, closes));
  }
}
