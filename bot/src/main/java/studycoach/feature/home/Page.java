package studycoach.feature.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studycoach.study.Group;
import studycoach.study.OpenQuestion;
import studycoach.study.Streak;
import studycoach.study.progress.NextStep;

/**
 * What a learner's page says of one group.
 *
 * @param answerBy the end of the first window that their streak depends on
 * @param place on the board of the season
 * @param next empty if there are no questions for the exam
 */
record Page(
    Group group,
    String exam,
    List<OpenQuestion> open,
    Streak streak,
    Optional<Instant> answerBy,
    Place place,
    Optional<NextStep> next) {
  Page {
    open = List.copyOf(open);
  }

  List<OpenQuestion> unanswered() {
    return open.stream().filter(question -> !question.answered()).toList();
  }
}
