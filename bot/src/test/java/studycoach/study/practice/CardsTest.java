package studycoach.study.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studycoach.recall.Card;
import studycoach.recall.Confidence;
import studycoach.recall.Fsrs;
import studycoach.recall.Grade;
import studycoach.recall.Memory;
import studycoach.recall.Need;
import studycoach.study.progress.Answered;

class CardsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Fsrs FSRS = new Fsrs();

  private static Answered answered(boolean correct, Confidence confidence, String at) {
    return new Answered("q", correct, confidence, Instant.parse(at));
  }

  private static Card only(ZoneId zone, Answered... answers) {
    List<Card> cards = Cards.of(List.of(answers), zone);
    assertThat(cards).hasSize(1);
    return cards.get(0);
  }

  @Test
  void theFirstAnswerMakesACard() {
    Card right = only(ZoneOffset.UTC, answered(true, Confidence.THINK, "2026-03-27T09:00:00Z"));
    assertThat(right)
        .isEqualTo(
            new Card("q", FSRS.first(Grade.GOOD), LocalDate.parse("2026-03-27"), Need.FADING));
    Card wrong = only(ZoneOffset.UTC, answered(false, Confidence.SURE, "2026-03-27T09:00:00Z"));
    assertThat(wrong.memory()).isEqualTo(FSRS.first(Grade.AGAIN));
    assertThat(wrong.need()).isEqualTo(Need.SURE_BUT_WRONG);
  }

  @Test
  void daysAreThoseOfTheLearnersZone() {
    Answered first = answered(false, Confidence.THINK, "2026-03-27T21:30:00Z");
    Answered second = answered(true, Confidence.GUESS, "2026-03-27T23:30:00Z");
    Memory before = FSRS.first(Grade.AGAIN);

    Card inLondon = only(ZoneOffset.UTC, second, first);
    assertThat(inLondon.answered()).isEqualTo(LocalDate.parse("2026-03-27"));
    assertThat(inLondon.memory()).isEqualTo(FSRS.next(before, 0, Grade.HARD));

    Card inBerlin = only(BERLIN, second, first);
    assertThat(inBerlin.answered()).isEqualTo(LocalDate.parse("2026-03-28"));
    assertThat(inBerlin.memory()).isEqualTo(FSRS.next(before, 1, Grade.HARD));
  }

  @Test
  void theLastAnswerTellsTheNeed() {
    Answered wrong = answered(false, Confidence.SURE, "2026-03-27T09:00:00Z");
    Answered right = answered(true, Confidence.SURE, "2026-03-28T09:00:00Z");

    assertThat(only(BERLIN, right, wrong).need()).isEqualTo(Need.FADING);
  }

  @Property
  void theOrderOfTheLogIsOfNoAccount(
      @ForAll("logs") List<Answered> log, @ForAll("zones") ZoneId zone, @ForAll long seed) {
    List<Answered> shuffled = new ArrayList<>(log);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Cards.of(shuffled, zone)).isEqualTo(Cards.of(log, zone));
  }

  @Property
  void eachQuestionThatWasAnsweredHasACardOfItsOwnAnswersAlone(
      @ForAll("logs") List<Answered> log, @ForAll("zones") ZoneId zone) {
    List<Card> cards = Cards.of(log, zone);

    assertThat(cards)
        .extracting(Card::question)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            log.stream().map(Answered::question).distinct().toList());
    for (Card card : cards) {
      List<Answered> own =
          log.stream().filter(answer -> answer.question().equals(card.question())).toList();
      assertThat(Cards.of(own, zone)).containsExactly(card);
    }
  }

  @Provide
  static Arbitrary<List<Answered>> logs() {
    return Combinators.combine(
            Arbitraries.of("q-1", "q-2", "q-3"),
            Arbitraries.of(true, false),
            Arbitraries.of(Confidence.class),
            Arbitraries.longs()
                .between(0, 60)
                .map(hours -> Instant.EPOCH.plusSeconds(hours * 7200)))
        .as(Answered::new)
        .list()
        .ofMaxSize(30);
  }

  @Provide
  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Apia", "America/Scoresbysund")
        .map(ZoneId::of);
  }
}
