package studycoach.feature.practice;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Message;
import studycoach.chat.UserError;
import studycoach.study.Answer;
import studycoach.study.Grading;
import studycoach.study.Learner;
import studycoach.study.ask.Shown;
import studycoach.study.practice.Asked;
import studycoach.study.practice.AskedQuestions;
import studycoach.study.practice.Session;
import studycoach.study.practice.Session.Wish;
import studycoach.study.practice.Sessions;
import studycoach.study.practice.Tries;

/**
 * Goes from question to question. Each step is one transaction that looks first at how far the
 * session is, so that an old button, or one pressed twice, only shows what there is.
 */
final class Practising {
  private final Jdbi jdbi;
  private final Sessions sessions;
  private final AskedQuestions questions;
  private final Tries tries;
  private final Courses courses;
  private final Asking asking;
  private final SessionViews views;

  Practising(
      Jdbi jdbi,
      Sessions sessions,
      AskedQuestions questions,
      Tries tries,
      Courses courses,
      Asking asking,
      SessionViews views) {
    this.jdbi = jdbi;
    this.sessions = sessions;
    this.questions = questions;
    this.tries = tries;
    this.courses = courses;
    this.asking = asking;
    this.views = views;
  }

  /**
   * Starts a session, or offers to if another one is not finished, or says why there is nothing to
   * ask.
   *
   * @throws UserError if something else should be wished for
   */
  Message start(Learner learner, long group, Wish wish) {
    return locked(
        learner,
        () -> {
          Optional<Course> unfinished = sessions.unfinished(learner.home()).map(courses::of);
          int most = asking.deck(wish).size(learner, group, wish);
          if (most == 0) {
            Message none = asking.deck(wish).none(learner, group, wish);
            return unfinished.map(course -> views.offer(course, none)).orElse(none);
          }
          Session offered = sessions.offer(learner.home(), group, wish.atMost(most));
          return unfinished
              .map(course -> views.offer(course, offered))
              .orElseGet(() -> goOn(learner, offered));
        });
  }

  /** A session of what was missed in another one. */
  Message again(Learner learner, long id) {
    Session missed = own(learner, id);
    return sessions
        .unfinished(learner.home())
        .filter(session -> session.wish().againOf().equals(Optional.of(id)))
        .map(session -> go(learner, session.id()))
        .orElseGet(() -> start(learner, missed.group(), missed.wish().again(id)));
  }

  /** Begins a session that was offered, goes on with one that was left, or shows how it went. */
  Message go(Learner learner, long id) {
    return locked(learner, () -> goOn(learner, own(learner, id)));
  }

  private Message goOn(Learner learner, Session session) {
    if (session.ended()) {
      return views.summary(courses.of(session));
    }
    if (!session.begun()) {
      sessions.begin(session);
    }
    return asking.ask(learner, session);
  }

  /** What somebody does with a question that waits for its answer. */
  @FunctionalInterface
  interface Act {
    Message on(Course course, Asked asked, Shown shown);
  }

  /**
   * Does something with a question, or shows what became of it.
   *
   * @throws UserError if it is somebody else's
   */
  Message act(Learner learner, long id, Act act) {
    return onAsked(
        learner,
        id,
        (course, asked, shown) -> {
          if (course.answer(asked).isPresent()) {
            return asking.show(learner, course, asked);
          }
          if (course.session().ended()) {
            return views.summary(course);
          }
          return asking
              .replaced(learner, course, asked)
              .orElseGet(() -> act.on(course, asked, shown));
        });
  }

  /** The question after one that was answered. */
  Message next(Learner learner, long id) {
    return onAsked(
        learner,
        id,
        (course, asked, shown) ->
            course.session().ended() || course.latest().equals(Optional.of(asked))
                ? goOn(learner, course.session())
                : asking.show(learner, course, course.latest().orElseThrow()));
  }

  /** Ends the session of a question. */
  Message stop(Learner learner, long id) {
    return onAsked(
        learner,
        id,
        (course, asked, shown) -> {
          sessions.end(course.session().id());
          return views.summary(course);
        });
  }

  /** Takes an answer. */
  Message answer(Learner learner, Asked asked, Shown shown, Answer answer) {
    tries.add(asked, answer, Grading.isRight(shown.question(), answer));
    return asking.show(learner, courses.of(asked), asked);
  }

  /** Changes how far a question is, and shows it. */
  Message change(Learner learner, Asked asked, Consumer<AskedQuestions> change) {
    change.accept(questions);
    Asked after = questions.find(asked.id()).orElseThrow();
    return asking.show(learner, courses.of(after), after);
  }

  private Message onAsked(Learner learner, long id, Act act) {
    return locked(
        learner,
        () -> {
          Asked asked =
              questions
                  .find(id)
                  .orElseThrow(() -> new UserError("I no longer know that question. Try: quiz"));
          Session session = own(learner, asked.session());
          return act.on(courses.of(session), asked, courses.shown(asked));
        });
  }

  private Session own(Learner learner, long id) {
    Session session =
        sessions
            .find(id)
            .orElseThrow(() -> new UserError("I no longer know that practice. Try: quiz"));
    if (session.home() != learner.home()) {
      throw new UserError("That practice is somebody else's. Start your own with: quiz");
    }
    return session;
  }

  /** One step of an account's at a time. */
  private Message locked(Learner learner, Supplier<Message> step) {
    return jdbi.inTransaction(
        handle -> {
          sessions.lock(learner.home());
          return step.get();
        });
  }
}
