package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studycoach.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.store.Database;
import studycoach.study.Codes.Code;
import studycoach.study.Codes.Purpose;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CodesTest {
  private static final UserRef AMIRA = new UserRef("fake", "w", "amira");
  private static final UserRef BEN = new UserRef("other", "w", "ben");
  private static final long SUBJECT = 5;
  private static final String REFUSAL = "That code is wrong, used or too old. ";

  private final MutableClock clock = new MutableClock("2026-03-27T07:00:00Z");
  private final Database database;
  private final Jdbi jdbi;
  private final Codes codes;

  CodesTest(TestDatabase kind) {
    database = kind.open();
    jdbi = database.jdbi();
    codes = new Codes(jdbi, clock, new Random(1));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String issue() {
    return codes.issue(Purpose.LINK, SUBJECT, AMIRA);
  }

  private Code find(String typed) {
    return codes.find(Purpose.LINK, typed, BEN);
  }

  private void isRefused(String typed) {
    assertThatThrownBy(() -> find(typed))
        .isInstanceOf(UserError.class)
        .hasMessage(REFUSAL + "Ask for a new one with link start on your other account.");
  }

  @Test
  void aCodeIsShortAndUnmistakable() {
    assertThat(IntStream.range(0, 100).mapToObj(at -> issue()))
        .allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aCodeIsReadHoweverItIsTyped() {
    String code = issue();

    for (String typed :
        List.of(
            code,
            code.toLowerCase(Locale.ROOT),
            code.replace("-", ""),
            "  " + code.replace('-', ' ') + "\n",
            "`" + code.replace('-', '–') + "`")) {
      Code found = find(typed);
      assertThat(found.subject()).isEqualTo(SUBJECT);
      assertThat(found.holder()).isEqualTo(AMIRA);
    }
  }

  @Test
  void aCodeIsGoodOnceAndForItsPurpose() {
    String text = issue();
    assertThatThrownBy(() -> codes.find(Purpose.GROUP, text, BEN))
        .hasMessage(REFUSAL + "Ask an organiser of the group for a new one: group invite.");
    Code code = find(text);

    codes.use(code);

    assertThatThrownBy(() -> codes.use(code)).isInstanceOf(UserError.class);
    isRefused(text);
  }

  @Test
  void aCodeIsGoodForTenMinutes() {
    String text = issue();
    Code code = find(text);
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(find(text)).isEqualTo(code);
    clock.advance(Duration.ofMillis(1));

    isRefused(text);
    assertThatThrownBy(() -> codes.use(code)).isInstanceOf(UserError.class);
  }

  @Test
  void aNewCodeMakesTheOlderOneVoidButNotThoseOfOthers() {
    String old = issue();
    Code known = find(old);
    String others = codes.issue(Purpose.LINK, SUBJECT + 1, AMIRA);
    String groups = codes.issue(Purpose.GROUP, SUBJECT, AMIRA);
    String next = issue();

    isRefused(old);
    assertThatThrownBy(() -> codes.use(known)).isInstanceOf(UserError.class);
    assertThat(find(next).subject()).isEqualTo(SUBJECT);
    assertThat(find(others).subject()).isEqualTo(SUBJECT + 1);
    assertThat(codes.find(Purpose.GROUP, groups, BEN).subject()).isEqualTo(SUBJECT);
  }

  @Test
  void theCodeItselfIsKeptNowhere() {
    String code = issue();

    List<String> kept =
        jdbi.withHandle(
            h -> h.createQuery("SELECT hash FROM one_time_code").mapTo(String.class).list());

    assertThat(kept).hasSize(1).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(kept.get(0)).doesNotContainIgnoringCase(code.substring(0, 4));
  }

  @Test
  void fiveWrongCodesInTenMinutesAreAllowedAndRightOnesDoNotCount() {
    for (int i = 0; i < 7; i++) {
      find(issue());
    }
    for (int i = 0; i < 5; i++) {
      isRefused("AAAA-AAAA");
      clock.advance(Duration.ofMinutes(1));
    }
    String good = issue();

    assertThatThrownBy(() -> find(good))
        .hasMessage("Too many wrong codes. Try again in 5 minutes.");
    assertThat(codes.find(Purpose.LINK, good, AMIRA).subject()).isEqualTo(SUBJECT);
    clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    assertThatThrownBy(() -> find(good)).hasMessage("Too many wrong codes. Try again in 1 minute.");
    clock.advance(Duration.ofSeconds(1));
    assertThat(find(good).subject()).isEqualTo(SUBJECT);
  }

  @Test
  void manyWrongCodesAtOnceGetNoMoreTries() throws Exception {
    List<String> said = atOnce(20, () -> refusal(() -> find("AAAA-AAAA")));

    assertThat(said).filteredOn(words -> words.startsWith(REFUSAL)).hasSizeLessThanOrEqualTo(5);
    assertThat(said).anyMatch(words -> words.startsWith("Too many wrong codes."));
  }

  @Test
  void ofManyUsesAtOnceOneGetsTheCode() throws Exception {
    Code code = find(issue());

    assertThat(
            atOnce(
                8,
                () ->
                    refusal(
                        () -> {
                          codes.use(code);
                          return code;
                        })))
        .containsOnlyOnce("");
  }

  /** What somebody is told; empty if it went well. */
  private static String refusal(Callable<?> work) throws Exception {
    try {
      work.call();
      return "";
    } catch (UserError e) {
      return e.said();
    }
  }
}
