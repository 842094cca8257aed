package studycoach.feature.practice;

import java.util.Optional;
import studycoach.pack.Question;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Shown;
import studycoach.study.practice.Asked;
import studycoach.study.practice.AskedQuestions;
import studycoach.study.practice.Session;
import studycoach.study.practice.Sessions;
import studycoach.study.practice.Tries;

/** How sessions have gone by now, and what they asked. */
final class Courses {
  private final Sessions sessions;
  private final AskedQuestions questions;
  private final Tries tries;
  private final QuestionVersions versions;

  Courses(Sessions sessions, AskedQuestions questions, Tries tries, QuestionVersions versions) {
    this.sessions = sessions;
    this.questions = questions;
    this.tries = tries;
    this.versions = versions;
  }

  Optional<Course> find(long session) {
    return sessions.find(session).map(this::of);
  }

  Course of(Session session) {
    Session now = sessions.find(session.id()).orElse(session);
    return new Course(now, questions.of(session.id()), tries.of(session.id()));
  }

  /** The session that asked a question. */
  Course of(Asked asked) {
    return find(asked.session()).orElseThrow();
  }

  /** A question as it was worded when it was asked. */
  Question question(Asked asked) {
    return versions.find(asked.question(), asked.version());
  }

  Shown shown(Asked asked) {
    return Shown.of(question(asked), asked.permutation());
  }
}
