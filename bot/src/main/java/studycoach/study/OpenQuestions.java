package studycoach.study;

import java.time.Clock;
import java.util.List;

/** What a learner can answer in a group now. */
public final class OpenQuestions {
  private final Drops drops;
  private final Attempts attempts;
  private final Clock clock;

  public OpenQuestions(Drops drops, Attempts attempts, Clock clock) {
    this.drops = drops;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** All whose windows are open, in the order of their windows' ends. */
  public List<OpenQuestion> of(long group, long learner) {
    return drops.open(group).stream()
        .filter(drop -> drop.takesAnswers(clock.instant()))
        .flatMap(drop -> drops.questions(drop.id()).stream().map(asked -> of(drop, asked, learner)))
        .toList();
  }

  private OpenQuestion of(Drop drop, DropQuestion asked, long learner) {
    return new OpenQuestion(drop, asked, attempts.of(learner, asked.id()).isPresent());
  }
}
