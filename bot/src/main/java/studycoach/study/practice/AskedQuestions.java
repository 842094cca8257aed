package studycoach.study.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.recall.Confidence;
import studycoach.study.Columns;

/** Rows of {@code practice_question}. */
public final class AskedQuestions {
  private final Jdbi jdbi;

  public AskedQuestions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds a question; its id, what was told and what was put are of no account. */
  public void add(Asked asked) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO practice_question (session_id, place, question_id, version,"
                        + " domain, permutation) VALUES (:session, :place, :question, :version,"
                        + " :domain, :permutation)")
                .bind("session", asked.session())
                .bind("place", asked.place())
                .bind("question", asked.question())
                .bind("version", asked.version())
                .bind("domain", asked.domain())
                .bind("permutation", Columns.write(asked.permutation()))
                .execute());
  }

  /** The question with this id, if there ever was one. */
  public Optional<Asked> find(long id) {
    return list("id = :id", id).stream().findFirst();
  }

  /** The questions of a session so far, in their order. */
  public List<Asked> of(long session) {
    return list("session_id = :id", session);
  }

  private List<Asked> list(String condition, long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM practice_question WHERE " + condition + " ORDER BY place")
                .bind("id", id)
                .map((row, context) -> asked(row))
                .list());
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        row.getLong("id"),
        row.getLong("session_id"),
        row.getInt("place"),
        row.getString("question_id"),
        row.getString("version"),
        row.getString("domain"),
        Columns.read(row.getString("permutation")),
        Optional.ofNullable(row.getString("confidence"))
            .map(word -> Confidence.valueOf(word.toUpperCase(Locale.ROOT))),
        Optional.ofNullable(row.getString("picks")).map(Columns::read).orElse(List.of()));
  }

  /** Takes back a question that was not answered. */
  public void remove(Asked asked) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM practice_question WHERE id = :id AND NOT EXISTS"
                        + " (SELECT 1 FROM practice_attempt a WHERE a.practice_question_id = :id)")
                .bind("id", asked.id())
                .execute());
  }

  /** Notes how sure somebody is, the first time that they say it. */
  public void tell(Asked asked, Confidence confidence) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE practice_question SET confidence = :confidence"
                        + " WHERE id = :id AND confidence IS NULL")
                .bind("confidence", confidence.name().toLowerCase(Locale.ROOT))
                .bind("id", asked.id())
                .execute());
  }

  /** Puts pieces in the place of those put so far, unless these have changed meanwhile. */
  public void put(Asked asked, List<Integer> picks) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE practice_question SET picks = :picks"
                        + " WHERE id = :id AND COALESCE(picks, '') = :before")
                .bind("picks", picks.isEmpty() ? null : Columns.write(picks))
                .bind("id", asked.id())
                .bind("before", Columns.write(asked.picks()))
                .execute());
  }
}
