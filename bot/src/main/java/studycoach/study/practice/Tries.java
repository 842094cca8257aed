package studycoach.study.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Answer;
import studycoach.study.Attempt;
import studycoach.study.Columns;

/**
 * The log of practice, rows of {@code practice_attempt}: only ever added to. What is in it is kept
 * by the home of the account that answered, and is its learner's whoever that is by now.
 */
public final class Tries {
  private final Jdbi jdbi;
  private final Clock clock;

  public Tries(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Adds an answer, unless the question has one or its session has ended. */
  public void add(Asked asked, Answer answer, boolean correct) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO practice_attempt (practice_question_id, home_learner_id,"
                        + " question_id, version, picks, correct, confidence, answered_at)"
                        + " SELECT q.id, s.home_learner_id, q.question_id, q.version, :picks,"
                        + " :correct, q.confidence, :now FROM practice_question q"
                        + " JOIN practice_session s ON s.id = q.session_id"
                        + " WHERE q.id = :id AND s.ended_at IS NULL ON CONFLICT DO NOTHING")
                .bind("picks", Columns.write(answer.picks()))
                .bind("correct", correct)
                .bind("now", clock.instant())
                .bind("id", asked.id())
                .execute());
  }

  /** What was answered in a session, by the id of the question asked. */
  public Map<Long, Attempt> of(long session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT a.* FROM practice_attempt a"
                        + " JOIN practice_question q ON q.id = a.practice_question_id"
                        + " WHERE q.session_id = :session")
                .bind("session", session)
                .reduceRows(
                    new HashMap<Long, Attempt>(),
                    (answers, row) -> {
                      answers.put(
                          row.getColumn("practice_question_id", Long.class),
                          new Attempt(
                              row.getColumn("home_learner_id", Long.class),
                              new Answer(Columns.read(row.getColumn("picks", String.class))),
                              row.getColumn("correct", Boolean.class),
                              row.getColumn("answered_at", Instant.class)));
                      return answers;
                    }));
  }
}
