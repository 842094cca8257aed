package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import studycoach.study.board.Tallies;
import studycoach.study.draw.Accuracy;

/**
 * The log of what was answered, rows of {@code attempt}: only ever added to. Answers under seal
 * wait in {@code sealed_choice} and can change there until their window closes. Whatever is
 * accepted here is on disk when the call returns, and makes the learner a member.
 */
public final class Attempts {
  private final Jdbi jdbi;
  private final Members members;
  private final Tallies tallies;
  private final Clock clock;

  public Attempts(Jdbi jdbi, Members members, Tallies tallies, Clock clock) {
    this.jdbi = jdbi;
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

  /** Accepts a final answer, the first one within the window. */
  public Outcome answer(long learner, DropQuestion question, Answer answer, boolean correct) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          Update insert =
              handle.createUpdate(
                  "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id,"
                      + " question_id, version, picks, correct, answered_at)"
                      + " SELECT :learner, q.group_id, q.drop_id, q.id, q.question_id, q.version,"
                      + " :picks, :correct, :now FROM drop_question q"
                      + " JOIN group_drop d ON d.id = q.drop_id"
                      + " WHERE q.id = :question AND d.state = 'open' AND d.closes_at > :now"
                      + " ON CONFLICT DO NOTHING");
          lock(question.drop());
          Optional<Long> added =
              bind(insert, learner, question, answer, correct, now)
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .findOne();
          if (added.isPresent()) {
            unseal(learner, question.id());
            members.join(question.group(), learner, now);
            tallies.count(added.get());
            return Outcome.ACCEPTED;
          }
          return of(learner, question.id()).isPresent()
              ? Outcome.ANSWERED_BEFORE
              : Outcome.TOO_LATE;
        });
  }

  /** Accepts an answer that may be changed until its window closes. */
  public Outcome seal(long learner, DropQuestion question, Answer answer, boolean correct) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          Update insert =
              handle.createUpdate(
                  "INSERT INTO sealed_choice (learner_id, drop_question_id, picks, correct,"
                      + " chosen_at) SELECT :learner, q.id, :picks, :correct, :now"
                      + " FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                      + " WHERE q.id = :question AND d.state = 'open' AND d.closes_at > :now"
                      + " ON CONFLICT DO NOTHING");
          lock(question.drop());
          if (isFinal(learner, question.id())) {
            return Outcome.ANSWERED_BEFORE;
          }
          Update change =
              handle.createUpdate(
                  "UPDATE sealed_choice SET picks = :picks, correct = :correct, chosen_at = :now"
                      + " WHERE learner_id = :learner AND drop_question_id = :question"
                      + " AND EXISTS (SELECT 1 FROM group_drop d WHERE d.id = :drop"
                      + " AND d.state = 'open' AND d.closes_at > :now)");
          int accepted = bind(insert, learner, question, answer, correct, now).execute();
          if (accepted == 0) {
            accepted =
                bind(change, learner, question, answer, correct, now)
                    .bind("drop", question.drop())
                    .execute();
          }
          if (accepted == 0) {
            return Outcome.TOO_LATE;
          }
          members.join(question.group(), learner, now);
          return Outcome.ACCEPTED;
        });
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

  /** Whether it was answered for good, perhaps before the group's answers were put under seal. */
  private boolean isFinal(long learner, long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM attempt"
                        + " WHERE learner_id = :learner AND drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", question)
                .mapTo(Integer.class)
                .map(count -> count > 0)
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

  private static Update bind(
      Update update,
      long learner,
      DropQuestion question,
      Answer answer,
      boolean correct,
      Instant now) {
    return update
        .bind("learner", learner)
        .bind("question", question.id())
        .bind("picks", Columns.write(answer.picks()))
        .bind("correct", correct)
        .bind("now", now);
  }

  /** Moves the sealed answers of a drop into the log, in the order of their moments. */
  public void unseal(long drop) {
    jdbi.useTransaction(
        handle -> {
          List<Long> added =
              handle
                  .createUpdate(
                      "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id,"
                          + " question_id, version, picks, correct, answered_at)"
                          + " SELECT s.learner_id, q.group_id, q.drop_id, q.id, q.question_id,"
                          + " q.version, s.picks, s.correct, s.chosen_at FROM sealed_choice s"
                          + " JOIN drop_question q ON q.id = s.drop_question_id"
                          + " WHERE q.drop_id = :drop ORDER BY s.chosen_at, s.learner_id"
                          + " ON CONFLICT DO NOTHING")
                  .bind("drop", drop)
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .list();
          added.forEach(tallies::count);
          handle
              .createUpdate(
                  "DELETE FROM sealed_choice WHERE drop_question_id IN"
                      + " (SELECT id FROM drop_question WHERE drop_id = :drop)")
              .bind("drop", drop)
              .execute();
        });
  }

  /** A learner's answer to a question of a drop, final or under seal. */
  public Optional<Attempt> of(long learner, long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id, picks, correct, answered_at FROM attempt"
                        + " WHERE learner_id = :learner AND drop_question_id = :question"
                        + " UNION ALL SELECT learner_id, picks, correct, chosen_at"
                        + " FROM sealed_choice"
                        + " WHERE learner_id = :learner AND drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", question)
                .map((row, context) -> attempt(row))
                .findFirst());
  }

  /** All final answers to a question of a drop, the earliest first. */
  public List<Attempt> of(long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id, picks, correct, answered_at FROM attempt"
                        + " WHERE drop_question_id = :question ORDER BY answered_at, id")
                .bind("question", question)
                .map((row, context) -> attempt(row))
                .list());
  }

  /** How many people have answered a question of a drop, finally or under seal. */
  public int count(long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT (SELECT COUNT(*) FROM attempt WHERE drop_question_id = :question)"
                        + " + (SELECT COUNT(*) FROM sealed_choice"
                        + " WHERE drop_question_id = :question)")
                .bind("question", question)
                .mapTo(Integer.class)
                .one());
  }

  /** The drops of a group of which a learner has answered at least one question. */
  public Set<Long> dropsAnswered(long group, long learner) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT drop_id FROM attempt WHERE group_id = :group"
                            + " AND learner_id = :learner"
                            + " UNION SELECT q.drop_id FROM sealed_choice s"
                            + " JOIN drop_question q ON q.id = s.drop_question_id"
                            + " WHERE q.group_id = :group AND s.learner_id = :learner")
                    .bind("group", group)
                    .bind("learner", learner)
                    .mapTo(Long.class)
                    .list()));
  }

  /** How a group has answered, by the domain's id. */
  public Map<String, Accuracy> accuracy(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT q.domain, COUNT(*) FILTER (WHERE a.correct) AS correct,"
                        + " COUNT(*) AS answered FROM attempt a"
                        + " JOIN drop_question q ON q.id = a.drop_question_id"
                        + " WHERE a.group_id = :group GROUP BY q.domain")
                .bind("group", group)
                .reduceRows(
                    new HashMap<String, Accuracy>(),
                    (domains, row) -> {
                      domains.put(
                          row.getColumn("domain", String.class),
                          new Accuracy(
                              row.getColumn("correct", Long.class),
                              row.getColumn("answered", Long.class)));
                      return domains;
                    }));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("learner_id"),
        new Answer(Columns.read(row.getString("picks"))),
        row.getBoolean("correct"),
        Moments.read(row, "answered_at"));
  }
}
