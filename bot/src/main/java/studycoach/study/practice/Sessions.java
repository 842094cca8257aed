package studycoach.study.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Difficulty;

/** Rows of {@code practice_session}. An account has one at most that is begun and not ended. */
public final class Sessions {
  private final Jdbi jdbi;
  private final Clock clock;

  public Sessions(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Keeps others from going on with an account's sessions until the transaction ends. */
  public void lock(long home) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id FROM account WHERE home_learner_id = :home FOR UPDATE")
                .bind("home", home)
                .mapTo(Long.class)
                .one());
  }

  /** Adds a session that has not begun, in the place of one that never did. */
  public Session offer(long home, long group, Session.Wish wish) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM practice_session"
                      + " WHERE home_learner_id = :home AND begun_at IS NULL")
              .bind("home", home)
              .execute();
          long id =
              handle
                  .createUpdate(
                      "INSERT INTO practice_session (home_learner_id, group_id, kind, exam,"
                          + " domain, difficulty, questions, again_of) VALUES (:home, :group,"
                          + " :kind, :exam, :domain, :difficulty, :questions, :againOf)")
                  .bind("home", home)
                  .bind("group", group)
                  .bind("kind", column(wish.kind()))
                  .bind("exam", wish.exam())
                  .bind("domain", wish.domain().orElse(null))
                  .bind("difficulty", wish.difficulty().map(Sessions::column).orElse(null))
                  .bind("questions", wish.questions())
                  .bind("againOf", wish.againOf().orElse(null))
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          return new Session(id, home, group, wish, false, false);
        });
  }

  /** Begins one that was offered, and ends what the account had begun before. */
  public void begin(Session session) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE practice_session SET ended_at = :now WHERE home_learner_id = :home"
                      + " AND begun_at IS NOT NULL AND ended_at IS NULL AND id <> :id")
              .bind("now", clock.instant())
              .bind("home", session.home())
              .bind("id", session.id())
              .execute();
          handle
              .createUpdate(
                  "UPDATE practice_session SET begun_at = :now WHERE id = :id AND begun_at IS NULL")
              .bind("now", clock.instant())
              .bind("id", session.id())
              .execute();
        });
  }

  public void end(long session) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE practice_session SET ended_at = :now"
                        + " WHERE id = :id AND ended_at IS NULL")
                .bind("now", clock.instant())
                .bind("id", session)
                .execute());
  }

  /** The session with this id, if there is one still. */
  public Optional<Session> find(long id) {
    return list("id = :id", id).stream().findFirst();
  }

  /** The one that an account has begun and not ended. */
  public Optional<Session> unfinished(long home) {
    return list("home_learner_id = :id AND begun_at IS NOT NULL AND ended_at IS NULL", home)
        .stream()
        .findFirst();
  }

  private List<Session> list(String condition, long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM practice_session WHERE " + condition)
                .bind("id", id)
                .map((row, context) -> session(row))
                .list());
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        row.getLong("home_learner_id"),
        row.getLong("group_id"),
        new Session.Wish(
            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("exam"),
            Optional.ofNullable(row.getString("domain")),
            Optional.ofNullable(row.getString("difficulty"))
                .map(word -> Difficulty.valueOf(word.toUpperCase(Locale.ROOT))),
            row.getInt("questions"),
            Optional.ofNullable(row.getObject("again_of", Long.class))),
        row.getObject("begun_at") != null,
        row.getObject("ended_at") != null);
  }

  private static String column(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
