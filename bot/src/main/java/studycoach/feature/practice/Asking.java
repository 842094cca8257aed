package studycoach.feature.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.pack.Question;
import studycoach.study.Attempt;
import studycoach.study.Learner;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Shown;
import studycoach.study.draw.Chance;
import studycoach.study.draw.Draw;
import studycoach.study.pairs.Confusion;
import studycoach.study.pairs.Mixups;
import studycoach.study.practice.Asked;
import studycoach.study.practice.AskedQuestions;
import studycoach.study.practice.Kind;
import studycoach.study.practice.Session;
import studycoach.study.practice.Session.Wish;
import studycoach.study.practice.Sessions;

/** Asks the questions of sessions, each chosen when its turn comes, and tells what is right. */
final class Asking {
  private final Sessions sessions;
  private final AskedQuestions questions;
  private final QuestionVersions versions;
  private final Courses courses;
  private final Candidates candidates;
  private final Map<Kind, Deck> decks;
  private final Mixups mixups;
  private final PracticeViews views;
  private final SessionViews summaries;
  private final Chance chance;

  Asking(
      Sessions sessions,
      AskedQuestions questions,
      QuestionVersions versions,
      Courses courses,
      Candidates candidates,
      Map<Kind, Deck> decks,
      Mixups mixups,
      PracticeViews views,
      SessionViews summaries,
      Chance chance) {
    this.sessions = sessions;
    this.questions = questions;
    this.versions = versions;
    this.courses = courses;
    this.candidates = candidates;
    this.decks = Map.copyOf(decks);
    this.mixups = mixups;
    this.views = views;
    this.summaries = summaries;
    this.chance = chance;
  }

  /** Where the questions of a wish come from. What was missed is due for nobody just yet. */
  Deck deck(Wish wish) {
    Kind kind = wish.againOf().isPresent() ? Kind.QUIZ : wish.kind();
    return Optional.ofNullable(decks.get(kind)).orElseThrow();
  }

  /** The question that waits for its answer, else a new one, else how the session went. */
  Message ask(Learner learner, Session session) {
    Course course = courses.of(session);
    Optional<Asked> open = course.open();
    if (open.isPresent()) {
      return replaced(learner, course, open.get())
          .orElseGet(() -> show(learner, course, open.get()));
    }
    return next(learner, course)
        .map(question -> show(learner, courses.of(session), question))
        .orElseGet(
            () -> {
              sessions.end(session.id());
              return summaries.summary(course);
            });
  }

  private Optional<Asked> next(Learner learner, Course course) {
    if (course.questionsLeft() <= 0) {
      return Optional.empty();
    }
    Optional<Question> turn = deck(course.session().wish()).next(learner, course);
    turn.ifPresent(question -> add(course, question));
    return turn.flatMap(question -> courses.of(course.session()).latest());
  }

  private void add(Course course, Question question) {
    long session = course.session().id();
    int place = course.nextPlace();
    List<Integer> order =
        Draw.order(question.body().size(), chance.in("order " + session + " " + place));
    questions.add(
        new Asked(
            0,
            session,
            place,
            question.id(),
            versions.keep(question),
            question.domain(),
            order,
            Optional.empty(),
            List.of()));
  }

  /** Another question, if this one has come into a drop of a group since it was asked. */
  Optional<Message> replaced(Learner learner, Course course, Asked asked) {
    Session session = course.session();
    if (!candidates.isKeptBack(asked.question(), session.group(), learner.id())) {
      return Optional.empty();
    }
    questions.remove(asked);
    return Optional.of(
        ask(learner, session)
            .and(
                new Block.Note(
                    Markup.of("The one before is kept for your group's drops by now."))));
  }

  /** A question, or what was told of the answer to it. */
  Message show(Learner learner, Course course, Asked asked) {
    return course
        .answer(asked)
        .map(attempt -> feedback(learner, course, asked, attempt))
        .orElseGet(
            () ->
                views.question(
                    course,
                    asked,
                    courses.shown(asked),
                    learner.confidence() && asked.confidence().isEmpty()));
  }

  private Message feedback(Learner learner, Course course, Asked asked, Attempt attempt) {
    Shown shown = courses.shown(asked);
    Optional<Markup> note =
        Confusion.of(shown.question(), attempt.answer())
            .filter(confusion -> mixups.isCommon(confusion, learner.id()))
            .map(confusion -> often(course, shown, confusion));
    return views.feedback(course, asked, shown, attempt, note);
  }

  private Markup often(Course course, Shown shown, Confusion confusion) {
    return candidates
        .names(course.session().wish().exam())
        .pair(confusion)
        .map(pair -> PracticeViews.often(pair.chosen(), pair.right()))
        .orElseGet(
            () ->
                PracticeViews.often(
                    shown.letters(confusion.chosenOnly()), shown.letters(confusion.rightOnly())));
  }
}
