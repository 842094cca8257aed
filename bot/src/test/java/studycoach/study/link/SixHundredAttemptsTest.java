package studycoach.study.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.study.Streak;
import studycoach.testing.TestDatabase;

/**
 * Two people who answer 300 questions each are found to be one. Drop {@code n} of 560 asks question
 * {@code n % 100}, so each question comes five or six times; it is of domain {@code n % 4}, worth
 * 10, 15 or 20 by {@code n % 100 % 3}. Every 14th drop is answered by both, those of even rounds by
 * amira first; of the others each answers every second one. Amira is right if {@code n % 5} is 0 or
 * 1, Ben if it is 1 or 2. After half of all come three drops that nobody answers.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SixHundredAttemptsTest {
  private static final int DROPS = 560;
  private static final int ROUND = 14;
  private static final int QUESTIONS = 100;
  private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");

  private final Bench bench;
  private final Group group;
  private final long amira;
  private final long ben;
  private final List<Given> given = new ArrayList<>();

  /** What somebody answered, as this test remembers it. */
  private record Given(long by, int drop, Instant at, boolean right, LocalDate day) {}

  SixHundredAttemptsTest(TestDatabase kind) {
    bench = new Bench(kind);
    group = bench.group("general");
    amira = bench.account("fake", "amira");
    ben = bench.account("other", "ben");
  }

  @BeforeEach
  void study() {
    int day = 0;
    for (int n = 0; n < DROPS; n++) {
      for (int missed = 0; n == DROPS / 2 && missed < 3; missed++) {
        bench.ends(asks(FIRST_DAY.plusDays(day++), 0));
      }
      LocalDate today = FIRST_DAY.plusDays(day++);
      DropQuestion question = asks(today, n);
      for (long who : answering(n)) {
        bench.clock.advance(Duration.ofMinutes(1));
        boolean right = who == amira ? n % 5 <= 1 : n % 5 == 1 || n % 5 == 2;
        bench.answers(who, question, right);
        given.add(new Given(who, n, bench.clock.instant(), right, today));
      }
      bench.ends(question);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private DropQuestion asks(LocalDate day, int n) {
    bench.clock.set(day.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC));
    return bench.asks(group, Optional.of(day), "q-" + n % QUESTIONS, "domain-" + n % 4, worth(n));
  }

  private static int worth(int n) {
    return 10 + 5 * (n % QUESTIONS % 3);
  }

  private List<Long> answering(int n) {
    int round = n / ROUND;
    if (n % ROUND == ROUND - 1) {
      return round % 2 == 0 ? List.of(amira, ben) : List.of(ben, amira);
    }
    return List.of((n % ROUND + round) % 2 == 0 ? amira : ben);
  }

  /** What these people's answers come to if they are one person: a walk along a list. */
  private Map<String, String> worked(Set<Long> person) {
    Set<Integer> answered = new HashSet<>();
    Set<Integer> paid = new HashSet<>();
    Map<String, int[]> sums = new HashMap<>();
    for (Given one : given.stream().sorted(Comparator.comparing(Given::at)).toList()) {
      if (!person.contains(one.by()) || !answered.add(one.drop())) {
        continue;
      }
      boolean pays = one.right() && paid.add(one.drop() % QUESTIONS);
      for (String period : periods(one.day())) {
        for (String domain : List.of("", "domain-" + one.drop() % 4)) {
          int[] sum = sums.computeIfAbsent(period + " " + domain, key -> new int[3]);
          sum[0] += pays ? worth(one.drop()) : 0;
          sum[1] += one.right() ? 1 : 0;
          sum[2]++;
        }
      }
    }
    Map<String, String> worked = new HashMap<>();
    sums.forEach(
        (key, sum) -> worked.put(key, "%d points, %d of %d".formatted(sum[0], sum[1], sum[2])));
    return worked;
  }

  private static List<String> periods(LocalDate day) {
    LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
    return List.of("all", "season 1", "month " + day.toString().substring(0, 7), "week " + monday);
  }

  @Test
  void whatTheyAreTogetherIsWhatOnePersonWouldHave() {
    assertThat(given).filteredOn(one -> one.by() == amira).hasSize(300);
    assertThat(given).filteredOn(one -> one.by() == ben).hasSize(300);
    assertThat(bench.tallies(group, amira)).isEqualTo(worked(Set.of(amira)));
    assertThat(bench.tallies(group, ben)).isEqualTo(worked(Set.of(ben)));
    assertThat(bench.streak(group, amira).current()).isLessThan(5);

    bench.links.join(amira, ben);

    assertThat(bench.tallies.differences()).isEmpty();
    assertThat(bench.tallies(group, ben)).isEmpty();
    assertThat(bench.tallies(group, amira)).isEqualTo(worked(Set.of(amira, ben)));
    assertThat(bench.number("SELECT COUNT(*) FROM attempt WHERE learner_id = ?", amira))
        .isEqualTo(560);
    assertThat(bench.number("SELECT COUNT(*) FROM aside_attempt")).isEqualTo(40);
    assertThat(bench.members.of(group.id())).containsExactly(amira);
  }

  /**
   * Every question with {@code n % 5} up to 2 is right at least once and paid once: 60 questions,
   * 20 each of 10, 15 and 20 points. Each domain comes in every fourth drop.
   */
  @Test
  void theSumsWorkedOutByHand() {
    bench.links.join(amira, ben);

    Map<String, String> sums = bench.tallies(group, amira);
    assertThat(sums.get("all ")).startsWith("900 points, ").endsWith(" of 560");
    for (int domain = 0; domain < 4; domain++) {
      assertThat(sums.get("all domain-" + domain)).endsWith(" of 140");
    }
    Streak streak = bench.streak(group, amira);
    assertThat(streak.current()).isEqualTo(280); // two freezes cover two of the three missed
    assertThat(streak.longest()).isEqualTo(280);
    assertThat(streak.freezes()).isEqualTo(2);
    assertThat(bench.streak(group, ben).current()).isZero();
  }

  @Test
  void undoBringsEveryRowBack() {
    Map<String, List<String>> before = bench.dump();
    Link link = bench.links.join(amira, ben);
    assertThat(bench.dump()).isNotEqualTo(before);
    bench.clock.advance(Duration.ofDays(1).minusMillis(1));

    bench.links.undo(link.id(), ben);

    assertThat(bench.dump()).isEqualTo(before);
    assertThat(bench.tallies.differences()).isEmpty();
    assertThat(bench.tallies(group, amira)).isEqualTo(worked(Set.of(amira)));
    assertThat(bench.tallies(group, ben)).isEqualTo(worked(Set.of(ben)));
  }
}
