package studycoach.study.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.recall.Card;
import studycoach.recall.Memory;
import studycoach.recall.Need;

class AgendaTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-27");

  private static Card card(String question, double stability, int daysAgo) {
    return new Card(question, new Memory(stability, 5), TODAY.minusDays(daysAgo), Need.FADING);
  }

  @Test
  void whatWasAnsweredTodayComesBackOnALaterDay() {
    Agenda agenda =
        new Agenda(List.of(card("weak", 1, 0), card("strong", 50, 0)), Optional.empty());

    assertThat(agenda.on(TODAY, 9)).isEmpty();
    assertThat(agenda.after(TODAY)).contains(TODAY.plusDays(1));
    assertThat(agenda.on(TODAY.plusDays(1), 9)).extracting(Card::question).containsExactly("weak");
  }

  @Test
  void whatIsOverdueIsDueTomorrowToo() {
    Agenda agenda = new Agenda(List.of(card("old", 1, 90)), Optional.empty());

    assertThat(agenda.after(TODAY)).contains(TODAY.plusDays(1));
  }

  @Test
  void withoutCardsThereIsNoSuchDay() {
    assertThat(new Agenda(List.of(), Optional.empty()).after(TODAY)).isEmpty();
    assertThat(new Agenda(List.of(), Optional.of(TODAY.plusDays(9))).after(TODAY)).isEmpty();
  }

  @Property(tries = 100)
  void theNextDayIsTheFirstWithSomethingToReview(
      @ForAll("cards") List<Card> cards, @ForAll @IntRange(max = 40) int left) {
    LocalDate exam = TODAY.plusDays(left);
    for (Optional<LocalDate> day : List.of(Optional.<LocalDate>empty(), Optional.of(exam))) {
      Agenda agenda = new Agenda(cards, day);
      Optional<LocalDate> next = agenda.after(TODAY);
      LocalDate end = next.orElse(day.isPresent() ? exam.plusDays(9) : TODAY.plusDays(30));

      next.ifPresent(found -> assertThat(agenda.on(found, 1)).hasSize(1));
      for (LocalDate empty = TODAY.plusDays(1); empty.isBefore(end); empty = empty.plusDays(1)) {
        assertThat(agenda.on(empty, 9)).isEmpty();
      }
    }
  }

  @Provide
  static Arbitrary<List<Card>> cards() {
    return Combinators.combine(
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.doubles().between(0.01, 300),
            Arbitraries.integers().between(0, 60))
        .as(AgendaTest::card)
        .list()
        .ofMaxSize(6);
  }
}
