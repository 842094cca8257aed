package studycoach.feature.practice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studycoach.chat.Message;
import studycoach.pack.Question;
import studycoach.recall.Card;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.pairs.Confusion;
import studycoach.study.pairs.Contrast;
import studycoach.study.practice.Agenda;
import studycoach.study.practice.Agendas;
import studycoach.study.practice.Session.Wish;

/**
 * What a learner's agenda has for today; after a wrong answer first a question in which what was
 * wrongly chosen is right, so that the two are told apart while the difference is fresh.
 */
final class ReviewDeck implements Deck {
  private final Groups groups;
  private final Candidates candidates;
  private final Courses courses;
  private final Agendas agendas;
  private final ReviewViews views;

  ReviewDeck(Groups groups, Candidates candidates, Courses courses, Agendas agendas) {
    this.groups = groups;
    this.candidates = candidates;
    this.courses = courses;
    this.agendas = agendas;
    this.views = new ReviewViews(candidates);
  }

  @Override
  public int size(Learner learner, long group, Wish wish) {
    return today(learner, groups.find(group), among(learner, group, wish), wish.questions()).size();
  }

  private List<Question> among(Learner learner, long group, Wish wish) {
    return candidates.of(wish, group, learner.id(), question -> true);
  }

  /** The most urgent first. */
  private List<Question> today(Learner learner, Group group, Collection<Question> among, int most) {
    Map<String, Question> byId =
        among.stream().collect(Collectors.toMap(Question::id, Function.identity()));
    return agendas.of(learner, group, among).on(agendas.today(learner, group), most).stream()
        .map(Card::question)
        .map(byId::get)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Override
  public Message none(Learner learner, long id, Wish wish) {
    Group group = groups.find(id);
    Agenda agenda = agendas.of(learner, group, among(learner, id, wish));
    if (wish.questions() == 0) {
      return views.done(agendas.answeredToday(learner, group));
    }
    if (agenda.exam().filter(day -> !agendas.today(learner, group).isBefore(day)).isPresent()) {
      return views.past(agenda.exam().get());
    }
    return agenda
        .after(agendas.today(learner, group))
        .map(day -> views.later(wish, day.atStartOfDay(Agendas.zone(learner, group))))
        .orElseGet(() -> agenda.cards().isEmpty() ? views.nothing(wish) : views.fresh(wish));
  }

  @Override
  public Optional<Question> next(Learner learner, Course course) {
    Wish wish = course.session().wish();
    Group group = groups.find(course.session().group());
    List<Question> left = candidates.of(wish, group.id(), learner.id(), course::hasNotAsked);
    return contrast(course, left)
        .or(() -> due(course, today(learner, group, left, course.questionsLeft())));
  }

  private Optional<Question> contrast(Course course, List<Question> left) {
    return course
        .latest()
        .flatMap(
            asked ->
                course
                    .answer(asked)
                    .flatMap(given -> Confusion.of(courses.question(asked), given.answer())))
        .flatMap(
            confusion ->
                Contrast.to(confusion, left, candidates.names(course.session().wish().exam())));
  }

  /** Neither one that the question before gives away nor the reverse, unless no other is left. */
  private Optional<Question> due(Course course, List<Question> today) {
    Optional<Question> before = course.latest().map(courses::question);
    return today.stream()
        .filter(question -> before.filter(question::isEnemyOf).isEmpty())
        .findFirst()
        .or(() -> today.stream().findFirst());
  }
}
