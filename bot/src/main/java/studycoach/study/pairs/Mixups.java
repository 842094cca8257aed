package studycoach.study.pairs;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.Answer;
import studycoach.study.Columns;
import studycoach.study.QuestionVersions;

/** What people confuse, by the logs of all drops that are revealed and of practice. */
public final class Mixups {
  /** Of fewer, a note about all would tell what one of them has answered. */
  private static final int FEWEST_PEOPLE = 3;

  private final Jdbi jdbi;
  private final QuestionVersions versions;

  public Mixups(Jdbi jdbi, QuestionVersions versions) {
    this.jdbi = jdbi;
    this.versions = versions;
  }

  /**
   * Whether at least three other people have confused the same two options of a question.
   *
   * @param learner who has just done so
   */
  public boolean isCommon(Confusion confusion, long learner) {
    return confusions(confusion, learner).distinct().limit(FEWEST_PEOPLE).count() == FEWEST_PEOPLE;
  }

  /** The ids of those who did so. */
  private Stream<Long> confusions(Confusion confusion, long learner) {
    return wrong(confusion.question().id(), learner).stream()
        .filter(
            given ->
                Confusion.of(
                        versions.find(confusion.question().id(), given.version()),
                        new Answer(given.picks()))
                    .filter(confusion::isSame)
                    .isPresent())
        .map(Given::learner);
  }

  private record Given(long learner, String version, List<Integer> picks) {}

  private List<Given> wrong(String question, long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT a.learner_id, a.version, a.picks FROM attempt a"
                        + " JOIN group_drop d ON d.id = a.drop_id WHERE a.question_id = :question"
                        + " AND NOT a.correct AND d.state <> 'open' AND a.learner_id <> :learner"
                        + " UNION SELECT c.learner_id, p.version, p.picks FROM practice_attempt p"
                        + " JOIN account c ON c.home_learner_id = p.home_learner_id"
                        + " WHERE p.question_id = :question AND NOT p.correct"
                        + " AND c.learner_id <> :learner")
                .bind("question", question)
                .bind("learner", learner)
                .map(
                    (row, context) ->
                        new Given(
                            row.getLong("learner_id"),
                            row.getString("version"),
                            Columns.read(row.getString("picks"))))
                .list());
  }
}
