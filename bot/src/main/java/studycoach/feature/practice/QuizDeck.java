package studycoach.feature.practice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import studycoach.chat.Message;
import studycoach.pack.Question;
import studycoach.study.Learner;
import studycoach.study.draw.Chance;
import studycoach.study.practice.Session.Wish;
import studycoach.study.practice.Turn;
import studycoach.study.progress.ProgressLog;

/** Whatever is wished for by turns, or again what was missed in another session of any kind. */
final class QuizDeck implements Deck {
  private final Candidates candidates;
  private final Courses courses;
  private final ProgressLog progress;
  private final Chance chance;

  QuizDeck(Candidates candidates, Courses courses, ProgressLog progress, Chance chance) {
    this.candidates = candidates;
    this.courses = courses;
    this.progress = progress;
    this.chance = chance;
  }

  @Override
  public int size(Learner learner, long group, Wish wish) {
    return left(learner, group, wish, question -> true).size();
  }

  @Override
  public Message none(Learner learner, long group, Wish wish) {
    throw candidates.none(wish);
  }

  @Override
  public Optional<Question> next(Learner learner, Course course) {
    long session = course.session().id();
    return Turn.next(
        left(learner, course.session().group(), course.session().wish(), course::hasNotAsked),
        progress.answers(learner.id()),
        course.latest().map(courses::question),
        chance.in("practice " + session + " " + course.nextPlace()));
  }

  private List<Question> left(Learner learner, long group, Wish wish, Predicate<Question> which) {
    Optional<Set<String>> missed = wish.againOf().flatMap(courses::find).map(Course::missed);
    return candidates.of(
        wish,
        group,
        learner.id(),
        which.and(question -> missed.map(ids -> ids.contains(question.id())).orElse(true)));
  }
}
