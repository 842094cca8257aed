package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.board.Tallies;
import studycoach.study.board.Worth;

/** Rows of {@code group_drop} and {@code drop_question}. */
public final class Drops {
  private final Jdbi jdbi;
  private final Tallies tallies;

  public Drops(Jdbi jdbi, Tallies tallies) {
    this.jdbi = jdbi;
    this.tallies = tallies;
  }

  /**
   * Adds a drop.
   *
   * @param drop its id is of no account
   * @param zone of the group, which says for what day an extra drop counts
   * @return its id, or empty if its day has had one
   */
  public Optional<Long> add(Drop drop, ZoneId zone) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Long> added = insert(drop, zone);
          added.ifPresent(id -> tallies.place(drop.group(), id));
          return added;
        });
  }

  private Optional<Long> insert(Drop drop, ZoneId zone) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO group_drop (group_id, drop_day, local_day, opened_at, closes_at,"
                        + " late, state, kind) VALUES (:group, :day, :local, :opened, :closes,"
                        + " :late, :state, :kind) ON CONFLICT DO NOTHING")
                .bind("group", drop.group())
                .bind("day", drop.day().orElse(null))
                .bind("local", drop.day().orElse(LocalDate.ofInstant(drop.openedAt(), zone)))
                .bind("opened", drop.openedAt())
                .bind("closes", drop.closesAt())
                .bind("late", drop.late())
                .bind("state", drop.state().column())
                .bind("kind", drop.kind().column())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  /** Adds a question to a drop; the id given is of no account. */
  public long add(DropQuestion question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO drop_question (drop_id, group_id, place, question_id, version,"
                        + " domain, permutation, worth, worth_rule) VALUES (:drop, :group, :place,"
                        + " :question, :version, :domain, :permutation, :worth, :rule)")
                .bind("drop", question.drop())
                .bind("group", question.group())
                .bind("place", question.place())
                .bind("question", question.question())
                .bind("version", question.version())
                .bind("domain", question.domain())
                .bind("permutation", Columns.write(question.permutation()))
                .bind("worth", question.worth().points())
                .bind("rule", question.worth().rule())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  public Drop find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM group_drop WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> drop(row))
                .one());
  }

  /** All drops of a group, none of a live quiz, in the order in which they were opened. */
  public List<Drop> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM group_drop WHERE group_id = :group AND kind = 'drop'"
                        + " ORDER BY opened_at, id")
                .bind("group", group)
                .map((row, context) -> drop(row))
                .list());
  }

  /**
   * The drops of a group that have not been revealed, none of a live quiz, in the order of their
   * windows' ends.
   */
  public List<Drop> open(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM group_drop WHERE group_id = :group AND state = 'open'"
                        + " AND kind = 'drop' ORDER BY closes_at, id")
                .bind("group", group)
                .map((row, context) -> drop(row))
                .list());
  }

  /**
   * Ends a window.
   *
   * @return false if it was ended before
   */
  public boolean end(long drop, Drop.State state) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE group_drop SET state = :state WHERE id = :id AND state = 'open'")
                    .bind("state", state.column())
                    .bind("id", drop)
                    .execute())
        == 1;
  }

  /** Windows that were to end with the next drop end with it though it has moved. */
  public void moveEnds(long group, Instant from, Instant to) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE group_drop SET closes_at = :to WHERE group_id = :group"
                        + " AND state = 'open' AND kind = 'drop' AND closes_at = :from")
                .bind("to", to)
                .bind("group", group)
                .bind("from", from)
                .execute());
  }

  /** The question with this id, if there ever was one. */
  public Optional<DropQuestion> question(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM drop_question WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> question(row))
                .findOne());
  }

  public List<DropQuestion> questions(long drop) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM drop_question WHERE drop_id = :drop ORDER BY place")
                .bind("drop", drop)
                .map((row, context) -> question(row))
                .list());
  }

  /** When each question was last put to a group, be it in a live quiz, by the question's id. */
  public Map<String, Instant> lastShown(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT q.question_id, MAX(d.opened_at) AS shown FROM drop_question q"
                        + " JOIN group_drop d ON d.id = q.drop_id WHERE q.group_id = :group"
                        + " GROUP BY q.question_id")
                .bind("group", group)
                .reduceRows(
                    new HashMap<String, Instant>(),
                    (shown, row) -> {
                      shown.put(
                          row.getColumn("question_id", String.class),
                          row.getColumn("shown", Instant.class));
                      return shown;
                    }));
  }

  /** Which drops could not be seen on some platforms. */
  public UnseenDrops unseen() {
    return new UnseenDrops(jdbi);
  }

  private static Drop drop(ResultSet row) throws SQLException {
    return new Drop(
        row.getLong("id"),
        row.getLong("group_id"),
        Optional.ofNullable(row.getObject("drop_day", LocalDate.class)),
        Moments.read(row, "opened_at"),
        Moments.read(row, "closes_at"),
        row.getBoolean("late"),
        Drop.State.of(row.getString("state")),
        Drop.Kind.of(row.getString("kind")));
  }

  private static DropQuestion question(ResultSet row) throws SQLException {
    return new DropQuestion(
        row.getLong("id"),
        row.getLong("drop_id"),
        row.getLong("group_id"),
        row.getInt("place"),
        row.getString("question_id"),
        row.getString("version"),
        row.getString("domain"),
        Columns.read(row.getString("permutation")),
        new Worth(row.getInt("worth"), row.getInt("worth_rule")));
  }
}
