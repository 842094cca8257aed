package studycoach.feature.home;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.pack.Bank;
import studycoach.study.Group;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.OpenQuestion;
import studycoach.study.OpenQuestions;
import studycoach.study.Streak;
import studycoach.study.StreakDay;
import studycoach.study.StreakDrop;
import studycoach.study.Streaks;
import studycoach.study.Vacation;
import studycoach.study.progress.NextStep;
import studycoach.study.progress.ProgressLog;

/** Puts pages together from what the kernel knows. */
final class Pages {
  private final Learners learners;
  private final Places places;
  private final Streaks streaks;
  private final OpenQuestions questions;
  private final ProgressLog log;
  private final Supplier<Bank> bank;
  private final Clock clock;

  Pages(
      Learners learners,
      Places places,
      Streaks streaks,
      OpenQuestions questions,
      ProgressLog log,
      Supplier<Bank> bank,
      Clock clock) {
    this.learners = learners;
    this.places = places;
    this.streaks = streaks;
    this.questions = questions;
    this.log = log;
    this.bank = bank;
    this.clock = clock;
  }

  Page of(Group group, Learner learner) {
    String exam = group.settings().exam();
    List<OpenQuestion> open = questions.of(group.id(), learner.id());
    Streak streak = streaks.of(group.id(), learner.id());
    return new Page(
        group,
        bank.get().pack(exam).map(pack -> pack.exam().name()).orElse(exam),
        open,
        streak,
        answerBy(streak, learners.vacations().of(learner.id())),
        places.of(group, learner),
        log.of(exam, learner.id()).map(progress -> NextStep.of(open, progress)));
  }

  /** When the first open drop ends that would be missed; neither extra ones nor vacations count. */
  private Optional<Instant> answerBy(Streak streak, List<Vacation> vacations) {
    return streak.days().stream()
        .filter(day -> day.verdict() == StreakDay.Verdict.OPEN)
        .map(StreakDay::drop)
        .filter(drop -> !drop.extra() && drop.closesAt().isAfter(clock.instant()))
        .filter(drop -> vacations.stream().noneMatch(vacation -> touches(vacation, drop)))
        .map(StreakDrop::closesAt)
        .min(Instant::compareTo);
  }

  private static boolean touches(Vacation vacation, StreakDrop drop) {
    return vacation.touches(drop.openedAt(), drop.closesAt());
  }
}
