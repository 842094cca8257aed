package studycoach.study;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Question;
import studycoach.pack.QuestionJson;

/**
 * Rows of {@code question_version}: every wording that was ever shown, so that answers are marked
 * against what people saw although the pack was edited meanwhile.
 */
public final class QuestionVersions {
  private static final int CACHED = 1_000;

  private final Jdbi jdbi;
  private final Cache<String, Question> cache = Caffeine.newBuilder().maximumSize(CACHED).build();
  private final LoadingCache<Question, Wording> wordings =
      Caffeine.newBuilder().weakKeys().build(Wording::of);

  private record Wording(String version, String content) {
    static Wording of(Question question) {
      return new Wording(QuestionJson.version(question), QuestionJson.write(question));
    }
  }

  public QuestionVersions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps a wording and returns its version. */
  public String keep(Question question) {
    Wording wording = wordings.get(question);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO question_version (question_id, version, content)"
                        + " VALUES (:question, :version, :content) ON CONFLICT DO NOTHING")
                .bind("question", question.id())
                .bind("version", wording.version())
                .bind("content", wording.content())
                .execute());
    return wording.version();
  }

  /** The question as a drop showed it. */
  public Question shown(DropQuestion question) {
    return find(question.question(), question.version());
  }

  /** A wording that was kept. */
  public Question find(String question, String version) {
    return cache.get(question + "@" + version, key -> read(question, version));
  }

  private Question read(String question, String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT content FROM question_version"
                        + " WHERE question_id = :question AND version = :version")
                .bind("question", question)
                .bind("version", version)
                .mapTo(String.class)
                .map(QuestionJson::read)
                .one());
  }
}
