package studycoach.study;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import studycoach.study.board.Tallies;

/**
 * Takes answers. Final ones go into the log, rows of {@code attempt}; those under seal wait in
 * {@code sealed_choice} and can change there until their window closes. Whatever is accepted here
 * is on disk when the call returns, and makes the learner a member.
 */
public final class Answers {
  private final Jdbi jdbi;
  private final Attempts attempts;
  private final Members members;
  private final Tallies tallies;
  private final Clock clock;

  public Answers(Jdbi jdbi, Members members, Tallies tallies, Clock clock) {
    this.jdbi = jdbi;
    this.attempts = new Attempts(jdbi);
    this.members = members;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** What became of an answer. */
  public enum Outcome {
    ACCEPTED,
    /** There is an answer, and the first one is final. */
    ANSWERED_BEFORE,
    /** The window is over. */
    TOO_LATE
  }

  /**
   * Accepts a final answer, the first one within the window.
   *
   * @param home of the account that gives it
   */
  public Outcome answer(long home, DropQuestion question, Answer answer, boolean correct) {
    return jdbi.inTransaction(
        handle -> {
          long learner = lockLearner(handle, home);
          lock(question.drop());
          Given given = new Given(learner, home, question, answer, correct, clock.instant());
          Optional<Long> added = add(handle, given);
          if (added.isPresent()) {
            unseal(learner, question.id());
            members.join(question.group(), learner, given.at());
            tallies.count(added.get());
            return Outcome.ACCEPTED;
          }
          return attempts.of(learner, question.id()).isPresent()
              ? Outcome.ANSWERED_BEFORE
              : Outcome.TOO_LATE;
        });
  }

  /**
   * Accepts an answer that may be changed until its window closes.
   *
   * @param home of the account that gives it
   */
  public Outcome seal(long home, DropQuestion question, Answer answer, boolean correct) {
    return jdbi.inTransaction(
        handle -> {
          long learner = lockLearner(handle, home);
          lock(question.drop());
          Given given = new Given(learner, home, question, answer, correct, clock.instant());
          if (attempts.isFinal(learner, question.id())) {
            return Outcome.ANSWERED_BEFORE;
          }
          if (!addSealed(handle, given) && !changeSealed(handle, given)) {
            return Outcome.TOO_LATE;
          }
          members.join(question.group(), learner, given.at());
          return Outcome.ACCEPTED;
        });
  }

  /** What somebody has just answered. */
  private record Given(
      long learner, long home, DropQuestion question, Answer answer, boolean correct, Instant at) {
    Update bind(Update update) {
      return update
          .bind("learner", learner)
          .bind("home", home)
          .bind("question", question.id())
          .bind("picks", Columns.write(answer.picks()))
          .bind("correct", correct)
          .bind("now", at);
    }
  }

  /** The id of the new row; empty if there was one, or if the window is over. */
  private static Optional<Long> add(Handle handle, Given given) {
    return given
        .bind(
            handle.createUpdate(
                "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id,"
                    + " question_id, version, picks, correct, answered_at, given_by)"
                    + " SELECT :learner, q.group_id, q.drop_id, q.id, q.question_id, q.version,"
                    + " :picks, :correct, :now, :home FROM drop_question q"
                    + " JOIN group_drop d ON d.id = q.drop_id"
                    + " WHERE q.id = :question AND d.state = 'open' AND d.closes_at > :now"
                    + " ON CONFLICT DO NOTHING"))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  private static boolean addSealed(Handle handle, Given given) {
    return given
            .bind(
                handle.createUpdate(
                    "INSERT INTO sealed_choice (learner_id, drop_question_id, picks, correct,"
                        + " chosen_at, given_by) SELECT :learner, q.id, :picks, :correct, :now, :home"
                        + " FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                        + " WHERE q.id = :question AND d.state = 'open' AND d.closes_at > :now"
                        + " ON CONFLICT DO NOTHING"))
            .execute()
        > 0;
  }

  private static boolean changeSealed(Handle handle, Given given) {
    return given
            .bind(
                handle.createUpdate(
                    "UPDATE sealed_choice SET picks = :picks, correct = :correct, chosen_at = :now,"
                        + " given_by = :home"
                        + " WHERE learner_id = :learner AND drop_question_id = :question"
                        + " AND EXISTS (SELECT 1 FROM group_drop d WHERE d.id = :drop"
                        + " AND d.state = 'open' AND d.closes_at > :now)"))
            .bind("drop", given.question().drop())
            .execute()
        > 0;
  }

  /**
   * The learner whose an account is, and stays until the transaction has ended: whoever links it
   * waits, or is waited for.
   */
  private static long lockLearner(Handle handle, long home) {
    return handle
        .createQuery("SELECT learner_id FROM account WHERE home_learner_id = :home FOR UPDATE")
        .bind("home", home)
        .mapTo(Long.class)
        .one();
  }

  /** Keeps a window from being ended, and the group's periods from being changed, halfway. */
  private void lock(long drop) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM group_drop WHERE id = :drop FOR UPDATE")
                .bind("drop", drop)
                .mapTo(Long.class)
                .one());
  }

  /** A final answer takes the place of one under seal. */
  private void unseal(long learner, long question) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM sealed_choice"
                        + " WHERE learner_id = :learner AND drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", question)
                .execute());
  }

  /** Moves the sealed answers of a drop into the log, in the order of their moments. */
  public void unseal(long drop) {
    jdbi.useTransaction(
        handle -> {
          addUnsealed(handle, drop).forEach(tallies::count);
          handle
              .createUpdate(
                  "DELETE FROM sealed_choice WHERE drop_question_id IN"
                      + " (SELECT id FROM drop_question WHERE drop_id = :drop)")
              .bind("drop", drop)
              .execute();
        });
  }

  /** The ids of the new rows. */
  private static List<Long> addUnsealed(Handle handle, long drop) {
    return handle
        .createUpdate(
            "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id,"
                + " question_id, version, picks, correct, answered_at, given_by)"
                + " SELECT s.learner_id, q.group_id, q.drop_id, q.id, q.question_id,"
                + " q.version, s.picks, s.correct, s.chosen_at, s.given_by FROM sealed_choice s"
                + " JOIN drop_question q ON q.id = s.drop_question_id"
                + " WHERE q.drop_id = :drop ORDER BY s.chosen_at, s.learner_id"
                + " ON CONFLICT DO NOTHING")
        .bind("drop", drop)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .list();
  }
}
