package studycoach.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A question as JSON, so that what was shown can be kept though the pack is edited meanwhile. */
public final class QuestionJson {
  private static final int VERSION_LENGTH = 12;

  /**
   * Fields are in alphabetical order and absent ones are left out, so that neither reordering a
   * record nor giving it a new optional component changes the versions of old questions.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .addMixIn(Body.class, NamedBody.class)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private QuestionJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Body.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Body.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = Body.Matching.class, name = "matching")
  })
  private interface NamedBody {}

  /** One JSON object on one line; the body's {@code kind} is choices, ordering or matching. */
  public static String write(Question question) {
    try {
      return MAPPER.writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("question " + question.id() + " can't be written", e);
    }
  }

  /**
   * Reads what {@link #write} wrote, in this release or an earlier one; fields that are no longer
   * known are ignored.
   *
   * @throws IllegalArgumentException if the text is no question
   */
  public static Question read(String json) {
    try {
      return MAPPER.readValue(json, Question.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a question: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Names one wording of a question: any edit changes it.
   *
   * @return the first 12 hexadecimal digits of the SHA-256 of the question's JSON in UTF-8
   */
  public static String version(Question question) {
    byte[] hash = sha256().digest(write(question).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, VERSION_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
