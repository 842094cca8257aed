package studycoach.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.recall.Need.FADING;
import static studycoach.recall.Need.SURE_BUT_WRONG;
import static studycoach.recall.Need.WRONG;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReviewsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private final Reviews reviews = new Reviews(new Fsrs());

  private static Card card(String question, double stability, int age, Need need) {
    return new Card(question, new Memory(stability, 5), TODAY.minusDays(age), need);
  }

  private static List<String> questions(List<Card> cards) {
    return cards.stream().map(Card::question).toList();
  }

  @Test
  void withoutAnExamACardIsDueOnceItHasFallenToNinetyPercent() {
    Card yesterday = card("yesterday", 9, 10, FADING);
    Card today = card("today", 10, 10, FADING);
    Card tomorrow = card("tomorrow", 11, 10, FADING);
    assertThat(reviews.due(today)).isEqualTo(TODAY);
    assertThat(questions(reviews.due(List.of(tomorrow, today, yesterday), TODAY, 10)))
        .containsExactly("yesterday", "today");
  }

  @Test
  void theMostUrgentNeedComesFirstAndThenWhatIsMostLikelyForgotten() {
    List<Card> cards =
        List.of(
            card("fading", 1, 30, FADING),
            card("wrong", 2, 3, WRONG),
            card("longer wrong", 2, 9, WRONG),
            card("sure", 2, 2, SURE_BUT_WRONG));
    assertThat(questions(reviews.due(cards, TODAY, 3)))
        .containsExactly("sure", "longer wrong", "wrong");
  }

  @Test
  void beforeAnExamSureButWrongIsAlwaysAmongTheChosen() {
    List<Card> cards =
        List.of(
            card("fading", 5, 20, FADING),
            card("wrong", 1, 20, WRONG),
            card("sure", 1, 1, SURE_BUT_WRONG));
    LocalDate exam = TODAY.plusDays(60);
    assertThat(questions(reviews.before(exam, cards, TODAY, 1))).containsExactly("sure");
    assertThat(questions(reviews.before(exam, cards, TODAY, 3)))
        .containsExactly("sure", "wrong", "fading");
  }

  @Test
  void farFromTheExamTheWeakCardOfYesterdayWaitsAndTheDayBeforeItDoesNot() {
    List<Card> cards = List.of(card("yesterday", 0.5, 1, WRONG), card("older", 80, 40, FADING));
    assertThat(questions(reviews.before(TODAY.plusDays(80), cards, TODAY, 1)))
        .containsExactly("older");
    assertThat(questions(reviews.before(TODAY.plusDays(1), cards, TODAY, 1)))
        .containsExactly("yesterday");
  }

  @Test
  void whatIsKnownWellIsLeftAlone() {
    Card fresh = card("fresh", 300, 3, FADING);
    assertThat(reviews.before(TODAY.plusDays(5), List.of(fresh), TODAY, 10)).isEmpty();
  }

  @Property
  void nothingIsAskedOnTheDayOfTheExamOrLater(
      @ForAll("cards") List<Card> cards, @ForAll @IntRange(max = 400) int since) {
    assertThat(reviews.before(TODAY, cards, TODAY.plusDays(since), 20)).isEmpty();
  }

  @Property
  void eachChosenCardWasKnownBeforeTodayAndIsAskedOnce(
      @ForAll("cards") List<Card> cards,
      @ForAll @IntRange(min = 1, max = 400) int left,
      @ForAll @IntRange(max = 30) int most) {
    List<Card> chosen = reviews.before(TODAY.plusDays(left), cards, TODAY, most);
    assertThat(chosen).hasSizeLessThanOrEqualTo(most).allMatch(cards::contains);
    assertThat(questions(chosen)).doesNotHaveDuplicates();
    assertThat(chosen).allMatch(card -> card.answered().isBefore(TODAY));
    assertThat(chosen).isSortedAccordingTo((one, other) -> one.need().compareTo(other.need()));
  }

  @Provide
  static Arbitrary<List<Card>> cards() {
    Arbitrary<Card> card =
        Combinators.combine(
                Arbitraries.integers(),
                Arbitraries.doubles().between(0.01, 1000),
                Arbitraries.integers().between(0, 200),
                Arbitraries.of(Need.class))
            .as((id, stability, age, need) -> card(String.valueOf(id), stability, age, need));
    return card.list().ofMaxSize(40).uniqueElements(Card::question);
  }
}
