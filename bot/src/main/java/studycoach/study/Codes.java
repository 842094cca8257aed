package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/**
 * Codes that somebody is given in private and enters elsewhere: rows of {@code one_time_code}. A
 * code is good for ten minutes and one use. What is entered is looked up first and used afterwards,
 * perhaps much later and together with other work.
 */
public final class Codes {
  /** How long a code is good for. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private final Jdbi jdbi;
  private final Clock clock;
  private final Random random;
  private final CodeTries tries;

  /**
   * @param random where codes come from; nobody may foretell it
   */
  public Codes(Jdbi jdbi, Clock clock, Random random) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.random = random;
    this.tries = new CodeTries(jdbi, clock);
  }

  /** What codes are for. */
  public enum Purpose {
    /** To join two accounts; the subject is a learner. */
    LINK("Ask for a new one with link start on your other account."),
    /** To bring a channel into a group, which is the subject. */
    GROUP("Ask an organiser of the group for a new one: group invite.");

    private final String remedy;

    Purpose(String remedy) {
      this.remedy = remedy;
    }

    private String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    private UserError refusal() {
      return new UserError("That code is wrong, used or too old. " + remedy);
    }
  }

  /**
   * A code that is in the table.
   *
   * @param subject what it opens, by its purpose
   * @param holder the account that was given it
   */
  public record Code(long id, Purpose purpose, long subject, UserRef holder) {}

  /**
   * A new code, e.g. {@code 7KQM-X2PD}, which only its holder may be shown. An older one of the
   * same purpose and subject is void from then on.
   */
  public String issue(Purpose purpose, long subject, UserRef holder) {
    String text = CodeText.draw(random);
    jdbi.useTransaction(
        handle -> {
          voidOlder(handle, purpose, subject);
          add(handle, new Code(0, purpose, subject, holder), text);
        });
    return text;
  }

  private static void voidOlder(Handle handle, Purpose purpose, long subject) {
    handle
        .createUpdate(
            "UPDATE one_time_code SET expires_at = created_at WHERE purpose = :purpose"
                + " AND subject = :subject AND used_at IS NULL")
        .bind("purpose", purpose.column())
        .bind("subject", subject)
        .execute();
  }

  private void add(Handle handle, Code code, String text) {
    Instant now = clock.instant();
    handle
        .createUpdate(
            "INSERT INTO one_time_code (purpose, subject, hash, platform, workspace, user_id,"
                + " created_at, expires_at) VALUES (:purpose, :subject, :hash, :platform,"
                + " :workspace, :user, :now, :expires)")
        .bind("purpose", code.purpose().column())
        .bind("subject", code.subject())
        .bind("hash", CodeText.hash(text))
        .bind("platform", code.holder().platform())
        .bind("workspace", code.holder().workspace())
        .bind("user", code.holder().id())
        .bind("now", now)
        .bind("expires", now.plus(LIFE))
        .execute();
  }

  /**
   * The code that somebody typed, in any letter case, with or without its dash. Never part of a
   * transaction, since a wrong one must be remembered though nothing else comes of it.
   *
   * @throws UserError if it is wrong, used or too old, or if they have entered too many wrong ones
   */
  public Code find(Purpose purpose, String typed, UserRef by) {
    long attempt = tries.begin(by);
    Code code = good(purpose, typed).orElseThrow(purpose::refusal);
    tries.takeBack(attempt);
    return code;
  }

  private Optional<Code> good(Purpose purpose, String typed) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, subject, platform, workspace, user_id FROM one_time_code"
                        + " WHERE purpose = :purpose AND hash = :hash AND used_at IS NULL"
                        + " AND expires_at > :now ORDER BY id DESC LIMIT 1")
                .bind("purpose", purpose.column())
                .bind("hash", CodeText.hash(typed))
                .bind("now", clock.instant())
                .map((row, context) -> code(purpose, row))
                .findOne());
  }

  private static Code code(Purpose purpose, ResultSet row) throws SQLException {
    return new Code(
        row.getLong("id"),
        purpose,
        row.getLong("subject"),
        new UserRef(
            row.getString("platform"), row.getString("workspace"), row.getString("user_id")));
  }

  /**
   * Uses a code up; of two at once only one gets it. Part of the caller's transaction.
   *
   * @throws UserError if it was used or has become too old meanwhile
   */
  public void use(Code code) {
    int used =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE one_time_code SET used_at = :now WHERE id = :id"
                            + " AND used_at IS NULL AND expires_at > :now")
                    .bind("now", clock.instant())
                    .bind("id", code.id())
                    .execute());
    if (used == 0) {
      throw code.purpose().refusal();
    }
  }
}
