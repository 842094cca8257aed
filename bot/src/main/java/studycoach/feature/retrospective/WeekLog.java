package studycoach.feature.retrospective;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import studycoach.pack.Body;
import studycoach.study.Attempts;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Moments;
import studycoach.study.QuestionVersions;
import studycoach.study.board.Period;
import studycoach.study.draw.Accuracy;

/**
 * Reads a group's weeks from the log of attempts. What is still open counts for nothing, since a
 * post would tell of its answers.
 */
final class WeekLog {
  private static final String OF_WEEK =
      " FROM drop_period p JOIN group_drop d ON d.id = p.drop_id"
          + " JOIN attempt a ON a.drop_id = d.id"
          + " JOIN drop_question q ON q.id = a.drop_question_id"
          + " WHERE d.group_id = :group AND p.period = :period AND d.state = 'closed'";

  private final Jdbi jdbi;
  private final Drops drops;
  private final Attempts attempts;
  private final QuestionVersions versions;

  WeekLog(Jdbi jdbi, Drops drops, Attempts attempts) {
    this.jdbi = jdbi;
    this.drops = drops;
    this.attempts = attempts;
    this.versions = new QuestionVersions(jdbi);
  }

  Week of(long group, Period.Week week) {
    Period.Week before = new Period.Week(week.first().minusWeeks(1));
    return jdbi.withHandle(
        handle ->
            new Week(
                query(handle, "SELECT COUNT(DISTINCT a.learner_id)" + OF_WEEK, group, week)
                    .mapTo(Integer.class)
                    .one(),
                tallies(handle, group, week),
                Week.sum(tallies(handle, group, before)),
                attempts.accuracy(group)));
  }

  private static Query query(Handle handle, String sql, long group, Period.Week week) {
    return handle.createQuery(sql).bind("group", group).bind("period", week.key());
  }

  private static List<Tally> tallies(Handle handle, long group, Period.Week week) {
    String sql =
        "SELECT q.id, q.domain, d.kind, COUNT(*) AS answered,"
            + " COUNT(*) FILTER (WHERE a.correct) AS correct"
            + OF_WEEK
            + " GROUP BY q.id, q.domain, d.kind";
    return query(handle, sql, group, week)
        .map(
            (row, context) ->
                new Tally(
                    row.getLong("id"),
                    row.getString("domain"),
                    !row.getString("kind").equals("drop"),
                    new Accuracy(row.getLong("correct"), row.getLong("answered"))))
        .list();
  }

  /** Members on the board who were away before, those who were away for the longest first. */
  List<Comeback> comebacks(long group, Period.Week week) {
    String sql =
        "SELECT w.learner_id, w.again, MAX(b.answered_at) AS latest FROM"
            + " (SELECT a.learner_id, MIN(a.answered_at) AS again"
            + OF_WEEK
            + " GROUP BY a.learner_id) w"
            + " JOIN attempt b ON b.learner_id = w.learner_id AND b.group_id = :group"
            + " AND b.answered_at < w.again"
            + " JOIN learner l ON l.id = w.learner_id AND l.on_board"
            + " JOIN member m ON m.learner_id = w.learner_id AND m.group_id = :group"
            + " AND m.left_at IS NULL GROUP BY w.learner_id, w.again ORDER BY latest, w.learner_id";
    return jdbi.withHandle(
        handle ->
            query(handle, sql, group, week)
                .map(
                    (row, context) ->
                        new Comeback(
                            row.getLong("learner_id"),
                            Moments.read(row, "latest"),
                            Moments.read(row, "again")))
                .stream()
                .filter(Comeback::isOne)
                .toList());
  }

  /** The wrong option that most people chose in the drops of a week. */
  Optional<Tempting> tempting(Week week) {
    List<Tally> mostWrong =
        week.ofDrops().stream().sorted(Comparator.comparingLong(Tally::wrong).reversed()).toList();
    Optional<Tempting> most = Optional.empty();
    for (Tally tally : mostWrong) {
      if (most.filter(known -> known.chosen() > tally.wrong()).isPresent()) {
        break; // An option can't have been chosen more often than its question was failed.
      }
      DropQuestion asked = drops.question(tally.question()).orElseThrow();
      most = Stream.concat(most.stream(), tempting(asked).stream()).max(Tempting.LEAST);
    }
    return most;
  }

  private Optional<Tempting> tempting(DropQuestion asked) {
    return versions.shown(asked).body() instanceof Body.Choices choices
        ? Tempting.of(choices, attempts.of(asked.id()))
        : Optional.empty();
  }
}
