package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.study.StreakDay.Verdict;
import studycoach.study.StreakDrop.Standing;

/**
 * Drops are written as letters: A answered, M missed, O open, F failed, W away, x an extra missed,
 * X an extra answered.
 */
class StreakRuleTest {

  @Property
  void whatIsNeutralChangesNothingWhereverItComes(
      @ForAll("histories") String history,
      @ForAll("neutral") char neutral,
      @ForAll @IntRange(max = 60) int place) {
    int at = Math.min(place, history.length());
    Streak without = streak(history);
    Streak with = streak(history.substring(0, at) + neutral + history.substring(at));

    assertThat(with.current()).isEqualTo(without.current());
    assertThat(with.longest()).isEqualTo(without.longest());
    assertThat(with.freezes()).isEqualTo(without.freezes());
    assertThat(with.answered()).isEqualTo(without.answered());
  }

  @Property
  void numbersStayInTheirRanges(@ForAll("histories") String history) {
    Streak streak = streak(history);

    assertThat(streak.freezes()).isBetween(0, 2);
    assertThat(streak.current()).isBetween(0, streak.longest());
    assertThat(streak.longest()).isBetween(0, streak.answered());
    assertThat(streak.answersToNextFreeze()).isBetween(1, 7);
    assertThat(streak(history + "A".repeat(streak.answersToNextFreeze())).answered() % 7).isZero();
  }

  @Property(tries = 100)
  void whoAnsweredAllHasThemAll(@ForAll @IntRange(max = 60) int drops) {
    Streak streak = streak("A".repeat(drops));

    assertThat(streak.current()).isEqualTo(drops);
    assertThat(streak.longest()).isEqualTo(drops);
    assertThat(streak.answered()).isEqualTo(drops);
  }

  @Property
  void aMissCostsAFreezeOrElseTheStreak(@ForAll("histories") String history) {
    Streak before = streak(history);
    Streak after = streak(history + "M");

    if (before.current() > 0 && before.freezes() > 0) {
      assertThat(after.current()).isEqualTo(before.current());
      assertThat(after.freezes()).isEqualTo(before.freezes() - 1);
    } else {
      assertThat(after.current()).isZero();
      assertThat(after.freezes()).isEqualTo(before.freezes());
    }
    assertThat(after.longest()).isEqualTo(before.longest());
    assertThat(after.answered()).isEqualTo(before.answered());
  }

  @Property
  void laterDropsNeverChangeWhatEarlierOnesDid(
      @ForAll("histories") String history, @ForAll("histories") String later) {
    List<StreakDay> whole = streak(history + later).days();

    assertThat(whole.subList(0, history.length())).isEqualTo(streak(history).days());
  }

  @Property
  void theLastDayTellsTheStreak(@ForAll("histories") String history) {
    Streak streak = streak(history + "F");
    StreakDay last = streak.days().get(history.length());

    assertThat(last.streakAfter()).isEqualTo(streak.current());
    assertThat(last.freezesAfter()).isEqualTo(streak.freezes());
  }

  /** Recounts on the letters: a frozen miss is deleted, then only runs of answers are left. */
  @Property
  void aNaiveRecountAgrees(@ForAll("histories") String history) {
    String counted = history.replace('X', 'A').replaceAll("[^AM]", "").replaceFirst("^M+", "");
    int kept = 0;
    int answers = 0;
    StringBuilder thawed = new StringBuilder();
    for (int drop : counted.chars().toArray()) {
      boolean hasStreak = !thawed.isEmpty() && thawed.charAt(thawed.length() - 1) == 'A';
      if (drop == 'M' && hasStreak && kept > 0) {
        kept--;
        continue;
      }
      thawed.append((char) drop);
      if (drop == 'A' && ++answers % 7 == 0 && kept < 2) {
        kept++;
      }
    }
    String[] runs = thawed.toString().split("M", -1);
    Streak streak = streak(history);

    assertThat(streak.current()).isEqualTo(runs[runs.length - 1].length());
    assertThat(streak.longest())
        .isEqualTo(List.of(runs).stream().mapToInt(String::length).max().orElseThrow());
    assertThat(streak.freezes()).isEqualTo(kept);
    assertThat(streak.answered()).isEqualTo(answers);
  }

  @Test
  void dropsBeforeTheFirstAnswerDoNotCount() {
    Streak streak = streak("MFxWMA");

    assertThat(verdicts(streak))
        .containsExactly(
            Verdict.BEFORE_JOINING,
            Verdict.BEFORE_JOINING,
            Verdict.BEFORE_JOINING,
            Verdict.BEFORE_JOINING,
            Verdict.BEFORE_JOINING,
            Verdict.COUNTED);
    assertThat(streak.current()).isEqualTo(1);
  }

  @Test
  void aNewcomersOpenDropCanStillBeAnswered() {
    assertThat(verdicts(streak("MO"))).containsExactly(Verdict.BEFORE_JOINING, Verdict.OPEN);
  }

  @Test
  void missingADropWithoutAFreezeBreaksTheStreakOnce() {
    Streak streak = streak("AAMMA");

    assertThat(verdicts(streak))
        .containsExactly(
            Verdict.COUNTED,
            Verdict.COUNTED,
            Verdict.BROKEN,
            Verdict.MISSED_AT_ZERO,
            Verdict.COUNTED);
    assertThat(streak.current()).isEqualTo(1);
    assertThat(streak.longest()).isEqualTo(2);
  }

  @Test
  void theSeventhAnswerEarnsAFreezeThatCoversOneMiss() {
    Streak streak = streak("AAAAAAAMM");

    assertThat(streak.days().get(6).earnedFreeze()).isTrue();
    assertThat(streak.days().get(7).verdict()).isEqualTo(Verdict.FROZEN);
    assertThat(streak.days().get(7).streakAfter()).isEqualTo(7);
    assertThat(streak.days().get(8).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aThirdFreezeIsLost() {
    Streak streak = streak("A".repeat(21));

    assertThat(streak.freezes()).isEqualTo(2);
    assertThat(streak.days().get(13).earnedFreeze()).isTrue();
    assertThat(streak.days().get(20).earnedFreeze()).isFalse();
  }

  @Test
  void aBreakDoesNotResetTheWayToTheNextFreeze() {
    Streak streak = streak("AAAMAAAA");

    assertThat(streak.current()).isEqualTo(4);
    assertThat(streak.freezes()).isEqualTo(1);
    assertThat(streak("AAAM").answersToNextFreeze()).isEqualTo(4);
    assertThat(streak.answersToNextFreeze()).isEqualTo(7);
  }

  @Test
  void aFreezeKeepsEvenAStreakOfOne() {
    assertThat(verdicts(streak("AAAAAAMXMMM")).subList(6, 11))
        .containsExactly(
            Verdict.BROKEN,
            Verdict.COUNTED,
            Verdict.FROZEN,
            Verdict.BROKEN,
            Verdict.MISSED_AT_ZERO);
  }

  @Test
  void anExtraDropCountsWhenAnsweredAndCostsNothingWhenNot() {
    Streak streak = streak("AXx");

    assertThat(streak.current()).isEqualTo(2);
    assertThat(verdicts(streak))
        .containsExactly(Verdict.COUNTED, Verdict.COUNTED, Verdict.EXTRA_MISSED);
  }

  @Test
  void ourFaultsAndVacationsAndOpenDropsKeepTheStreak() {
    Streak streak = streak("AFWO");

    assertThat(streak.current()).isEqualTo(1);
    assertThat(verdicts(streak))
        .containsExactly(Verdict.COUNTED, Verdict.OUR_FAULT, Verdict.AWAY, Verdict.OPEN);
  }

  @Test
  void refusesADropThatClosesBeforeItOpens() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StreakDrop(7, Instant.EPOCH, Instant.EPOCH, false, Standing.MISSED))
        .withMessageContaining("drop 7");
  }

  @Provide
  Arbitrary<String> histories() {
    return Arbitraries.frequency(
            Tuple.of(12, 'A'),
            Tuple.of(3, 'M'),
            Tuple.of(1, 'O'),
            Tuple.of(1, 'F'),
            Tuple.of(1, 'W'),
            Tuple.of(1, 'x'),
            Tuple.of(1, 'X'))
        .list()
        .ofMaxSize(60)
        .map(StreakRuleTest::text);
  }

  @Provide
  Arbitrary<Character> neutral() {
    return Arbitraries.of('O', 'F', 'W', 'x');
  }

  private static String text(List<Character> letters) {
    StringBuilder text = new StringBuilder();
    letters.forEach(text::append);
    return text.toString();
  }

  private static List<Verdict> verdicts(Streak streak) {
    return streak.days().stream().map(StreakDay::verdict).toList();
  }

  private static Streak streak(String history) {
    return StreakRule.of(
        IntStream.range(0, history.length()).mapToObj(at -> drop(at, history.charAt(at))).toList());
  }

  private static StreakDrop drop(int number, char letter) {
    Instant opened = Instant.EPOCH.plus(Duration.ofDays(number));
    Standing standing =
        switch (letter) {
          case 'A', 'X' -> Standing.ANSWERED;
          case 'M', 'x' -> Standing.MISSED;
          case 'O' -> Standing.OPEN;
          case 'F' -> Standing.FAILED;
          case 'W' -> Standing.AWAY;
          default -> throw new IllegalArgumentException(String.valueOf(letter));
        };
    boolean extra = Character.toLowerCase(letter) == 'x';
    return new StreakDrop(number, opened, opened.plus(Duration.ofDays(1)), extra, standing);
  }
}
