package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;

/** Rows of {@code learner} and {@code account}. */
public final class Learners {
  private static final int LONGEST_NAME = 60; // H2 counts most emoji twice

  private final Jdbi jdbi;
  private final Clock clock;

  public Learners(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** The person who did something, who is made known if they are new, and their present name. */
  public Learner of(Origin origin) {
    Learner learner = of(origin.user(), origin.name());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE account SET name = :name WHERE platform = :platform"
                        + " AND workspace = :workspace AND user_id = :user AND name <> :name")
                .bind("name", shortened(origin.name()))
                .bindMethods(origin.user())
                .bind("user", origin.user().id())
                .execute());
    return learner;
  }

  /** The person behind an account, who is made known if they are new. */
  public Learner of(UserRef user, String name) {
    return known(user).orElseGet(() -> add(user, name));
  }

  /** The person behind an account, if they have ever done something. */
  public Optional<Learner> known(UserRef user) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT l.id, a.home_learner_id AS home, l.zone, l.on_board, l.shows,"
                        + " l.confidence"
                        + " FROM account a JOIN learner l ON l.id = a.learner_id"
                        + " WHERE a.platform = :platform AND a.workspace = :workspace"
                        + " AND a.user_id = :user")
                .bindMethods(user)
                .bind("user", user.id())
                .map((row, context) -> learner(row))
                .findOne());
  }

  public Learner find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, id AS home, zone, on_board, shows, confidence FROM learner"
                        + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> learner(row))
                .one());
  }

  private static Learner learner(ResultSet row) throws SQLException {
    return new Learner(
        row.getLong("id"),
        row.getLong("home"),
        Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
        row.getBoolean("on_board"),
        Learner.Shows.valueOf(row.getString("shows").toUpperCase(Locale.ROOT)),
        row.getBoolean("confidence"));
  }

  private Learner add(UserRef user, String name) {
    jdbi.useTransaction(
        handle -> {
          long learner = insertLearner(handle);
          int added =
              handle
                  .createUpdate(
                      "INSERT INTO account (platform, workspace, user_id, learner_id,"
                          + " home_learner_id, name)"
                          + " VALUES (:platform, :workspace, :user, :learner, :learner, :name)"
                          + " ON CONFLICT DO NOTHING")
                  .bindMethods(user)
                  .bind("user", user.id())
                  .bind("learner", learner)
                  .bind("name", shortened(name))
                  .execute();
          if (added == 0) {
            // Somebody's two first clicks at once: the other one made them known.
            handle.createUpdate("DELETE FROM learner WHERE id = :id").bind("id", learner).execute();
          }
        });
    return known(user).orElseThrow();
  }

  private long insertLearner(Handle handle) {
    return handle
        .createUpdate("INSERT INTO learner (created_at) VALUES (:now)")
        .bind("now", clock.instant())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  /** An account of a learner with the name last seen, preferably where a message goes. */
  public NamedAccount account(long learner, Destination to) {
    return account(learner, to.platform(), to.workspace());
  }

  /** An account of a learner with the name last seen, preferably where somebody is. */
  public NamedAccount account(long learner, UserRef reader) {
    return account(learner, reader.platform(), reader.workspace());
  }

  /** The first of a learner's accounts, with the name last seen. */
  public NamedAccount account(long learner) {
    return account(learner, "", "");
  }

  /** Of a learner who was merged with another since their id was read, the account they had. */
  private NamedAccount account(long learner, String platform, String workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT platform, workspace, user_id, name FROM account"
                        + " WHERE learner_id = :id OR home_learner_id = :id"
                        + " ORDER BY CASE WHEN platform = :platform THEN 0 ELSE 1 END,"
                        + " CASE WHEN workspace = :workspace THEN 0 ELSE 1 END, home_learner_id")
                .bind("id", learner)
                .bind("platform", platform)
                .bind("workspace", workspace)
                .map((row, context) -> account(row))
                .findFirst()
                .orElseThrow());
  }

  /** The account that a learner was made for, with the name last seen. */
  public NamedAccount accountOf(long home) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT platform, workspace, user_id, name FROM account"
                        + " WHERE home_learner_id = :home")
                .bind("home", home)
                .map((row, context) -> account(row))
                .one());
  }

  private static NamedAccount account(ResultSet row) throws SQLException {
    return new NamedAccount(
        new UserRef(
            row.getString("platform"), row.getString("workspace"), row.getString("user_id")),
        row.getString("name"));
  }

  public void setZone(long learner, ZoneId zone) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE learner SET zone = :zone WHERE id = :id")
                .bind("zone", zone.getId())
                .bind("id", learner)
                .execute());
  }

  public void setOnBoard(long learner, boolean onBoard) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE learner SET on_board = :onBoard WHERE id = :id")
                .bind("onBoard", onBoard)
                .bind("id", learner)
                .execute());
  }

  public void setShows(long learner, Learner.Shows shows) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE learner SET shows = :shows WHERE id = :id")
                .bind("shows", shows.name().toLowerCase(Locale.ROOT))
                .bind("id", learner)
                .execute());
  }

  public void setConfidence(long learner, boolean confidence) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE learner SET confidence = :confidence WHERE id = :id")
                .bind("confidence", confidence)
                .bind("id", learner)
                .execute());
  }

  /** When they are away. */
  public Vacations vacations() {
    return new Vacations(jdbi, clock);
  }

  /** What their accounts want to be reminded of. */
  public ReminderChoices reminders() {
    return new ReminderChoices(jdbi);
  }
}
