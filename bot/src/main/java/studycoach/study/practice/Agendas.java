package studycoach.study.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studycoach.pack.Bank;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Goal;
import studycoach.study.Goals;
import studycoach.study.Group;
import studycoach.study.Learner;
import studycoach.study.progress.Answered;
import studycoach.study.progress.ProgressLog;

/** What learners have to review, by their log, their goals and the days of their own zone. */
public final class Agendas {
  /** How many questions a day without a goal: half an hour. */
  private static final int USUAL = 20;

  private final ProgressLog log;
  private final Goals goals;
  private final Supplier<Bank> bank;
  private final Clock clock;

  public Agendas(ProgressLog log, Goals goals, Supplier<Bank> bank, Clock clock) {
    this.log = log;
    this.goals = goals;
    this.bank = bank;
    this.clock = clock;
  }

  /**
   * A learner's agenda for a group's exam.
   *
   * @param among the questions that may be asked, of which the learner may have answered none
   */
  public Agenda of(Learner learner, Group group, Collection<Question> among) {
    return new Agenda(
        Cards.of(answers(learner, among), zone(learner, group)),
        goal(learner, group).map(Goal::day));
  }

  /** A learner's goal for a group's exam. */
  public Optional<Goal> goal(Learner learner, Group group) {
    return goals.of(learner.id(), group.settings().exam());
  }

  /** The learner's own zone, else the group's. */
  public static ZoneId zone(Learner learner, Group group) {
    return learner.zone().orElseGet(group::zone);
  }

  public LocalDate today(Learner learner, Group group) {
    return LocalDate.ofInstant(clock.instant(), zone(learner, group));
  }

  /** How many questions of the group's exam a learner has answered today, wherever they were. */
  public int answeredToday(Learner learner, Group group) {
    ZoneId zone = zone(learner, group);
    LocalDate today = today(learner, group);
    List<Question> all =
        bank.get().pack(group.settings().exam()).map(Pack::questions).orElse(List.of());
    return Math.toIntExact(
        answers(learner, all).stream()
            .filter(answer -> LocalDate.ofInstant(answer.at(), zone).equals(today))
            .count());
  }

  /** How many questions the learner's goal leaves for today; 20 without one. */
  public int leftToday(Learner learner, Group group) {
    return goal(learner, group)
        .map(goal -> Math.max(0, goal.questions() - answeredToday(learner, group)))
        .orElse(USUAL);
  }

  private List<Answered> answers(Learner learner, Collection<Question> among) {
    Set<String> ids = among.stream().map(Question::id).collect(Collectors.toSet());
    return log.answers(learner.id()).stream()
        .filter(answer -> ids.contains(answer.question()))
        .toList();
  }
}
