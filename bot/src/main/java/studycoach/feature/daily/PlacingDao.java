package studycoach.feature.daily;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Columns;

/** Rows of {@code daily_placing}: pieces that accounts have put into places but not submitted. */
final class PlacingDao {
  private final Jdbi jdbi;

  PlacingDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The pieces put so far, in positions of the pack; empty if none. */
  List<Integer> picks(long home, long question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT picks FROM daily_placing"
                        + " WHERE learner_id = :home AND drop_question_id = :question")
                .bind("home", home)
                .bind("question", question)
                .mapTo(String.class)
                .map(Columns::read)
                .findOne()
                .orElse(List.of()));
  }

  /** Puts one more piece behind others, unless these have changed meanwhile. */
  void add(long home, long question, List<Integer> before, int pick) {
    String after = Columns.write(before) + (before.isEmpty() ? "" : ",") + pick;
    if (before.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "INSERT INTO daily_placing (learner_id, drop_question_id, picks)"
                          + " VALUES (:home, :question, :after) ON CONFLICT DO NOTHING")
                  .bind("home", home)
                  .bind("question", question)
                  .bind("after", after)
                  .execute());
    } else {
      replace(home, question, before, after);
    }
  }

  /** Takes back the last of some pieces, unless these have changed meanwhile. */
  void takeBack(long home, long question, List<Integer> before) {
    if (before.size() > 1) {
      replace(home, question, before, Columns.write(before.subList(0, before.size() - 1)));
    } else {
      clear(home, question);
    }
  }

  private void replace(long home, long question, List<Integer> before, String after) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE daily_placing SET picks = :after WHERE learner_id = :home"
                        + " AND drop_question_id = :question AND picks = :before")
                .bind("after", after)
                .bind("home", home)
                .bind("question", question)
                .bind("before", Columns.write(before))
                .execute());
  }

  void clear(long home, long question) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM daily_placing"
                        + " WHERE learner_id = :home AND drop_question_id = :question")
                .bind("home", home)
                .bind("question", question)
                .execute());
  }

  /** Forgets what nobody can submit any more. */
  void end(long drop) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM daily_placing WHERE drop_question_id IN"
                        + " (SELECT id FROM drop_question WHERE drop_id = :drop)")
                .bind("drop", drop)
                .execute());
  }
}
