package studycoach.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/**
 * Rows of {@code code_try}: an account may enter five wrong codes in ten minutes. A try is noted
 * before its code is looked at, so that many at once don't get more.
 */
final class CodeTries {
  private static final int MOST = 5;
  private static final Duration PER = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final Clock clock;

  CodeTries(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Notes a try as a wrong one.
   *
   * @return its id, to be taken back if the code is right
   * @throws UserError if there were too many lately, with the minutes to wait
   */
  long begin(UserRef user) {
    Instant now = clock.instant();
    long id = jdbi.withHandle(handle -> add(handle, user, now));
    List<Instant> earlier = jdbi.withHandle(handle -> before(handle, user, id, now));
    if (earlier.size() >= MOST) {
      takeBack(id);
      throw tooMany(Duration.between(now, earlier.get(MOST - 1).plus(PER)));
    }
    return id;
  }

  private static UserError tooMany(Duration wait) {
    long minutes = Math.max(1, wait.plusMinutes(1).minusNanos(1).toMinutes());
    return new UserError(
        "Too many wrong codes. Try again in "
            + minutes
            + (minutes == 1 ? " minute." : " minutes."));
  }

  private static long add(Handle handle, UserRef user, Instant now) {
    bind(
            handle.createUpdate(
                "DELETE FROM code_try WHERE platform = :platform AND workspace = :workspace"
                    + " AND user_id = :user AND tried_at <= :since"),
            user)
        .bind("since", now.minus(PER))
        .execute();
    return bind(
            handle.createUpdate(
                "INSERT INTO code_try (platform, workspace, user_id, tried_at)"
                    + " VALUES (:platform, :workspace, :user, :now)"),
            user)
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** The moments of the other tries, the latest first. */
  private static List<Instant> before(Handle handle, UserRef user, long id, Instant now) {
    return bind(
            handle.createQuery(
                "SELECT tried_at FROM code_try WHERE platform = :platform"
                    + " AND workspace = :workspace AND user_id = :user AND id <> :id"
                    + " AND tried_at > :since ORDER BY tried_at DESC"),
            user)
        .bind("id", id)
        .bind("since", now.minus(PER))
        .mapTo(Instant.class)
        .list();
  }

  void takeBack(long id) {
    jdbi.useHandle(
        handle ->
            handle.createUpdate("DELETE FROM code_try WHERE id = :id").bind("id", id).execute());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, UserRef user) {
    return statement
        .bind("platform", user.platform())
        .bind("workspace", user.workspace())
        .bind("user", user.id());
  }
}
