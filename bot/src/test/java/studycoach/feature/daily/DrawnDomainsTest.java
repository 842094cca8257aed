package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Attempts;
import studycoach.study.draw.Targets;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Half a year of drops from the real pack, for a group that is always weak in one domain. */
class DrawnDomainsTest {
  private static final int DROPS = 180;
  private static final int WINDOW = 50;
  private static final double FIVE_POINTS = 2.5;
  private static final String WEAK = "data-engineering";

  private final World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z");
  private final Person amira = world.chat().manager("amira");
  private final Pack pack = Bank.load(World.questionsFolder()).pack("MLS-C01").orElseThrow();
  private final Map<String, Integer> weights =
      pack.exam().domains().stream().collect(Collectors.toMap(Domain::id, Domain::weight));
  private final Attempts log = new Attempts(world.database().jdbi());
  private final List<Question> drawn = new ArrayList<>();
  private final List<Map<String, Double>> targets = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyFiftyKeepToTheTargetsAndNoQuestionReturnsBeforeItsTurn() {
    play();

    for (int from = 0; from + WINDOW <= DROPS; from++) {
      for (String domain : weights.keySet()) {
        assertThat(count(domain, from)).isCloseTo(target(domain, from), within());
      }
    }
    for (String domain : weights.keySet()) {
      assertThat(returnsEarly(domain)).isFalse();
    }
    assertThat(target(WEAK, DROPS - WINDOW))
        .isGreaterThan(WINDOW * weights.getOrDefault(WEAK, 0) / 100.0);
  }

  @Test
  void everyFiftyDrawsKeepToTheTargetsThoughSomeAreMadeAheadAndSomeAreHeld() {
    playBusily();

    assertThat(drawn).hasSizeGreaterThan(DROPS);
    for (int from = 0; from + WINDOW <= drawn.size(); from++) {
      for (String domain : weights.keySet()) {
        assertThat(count(domain, from)).isCloseTo(target(domain, from), within());
      }
    }
  }

  private void playBusily() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC");
    for (int day = 0; day < DROPS; day++) {
      if (day % 2 == 0) {
        draws(() -> amira.runs("group preview").last());
      }
      if (day % 5 == 0) {
        draws(
            () -> {
              amira.runs("group post").sees("Posted");
              return lastQuestion();
            });
        answer(lastQuestion(), world.questionIn(lastQuestion()));
      }
      if (day % 6 == 0) {
        String coming = world.questionIn(amira.runs("group preview").last()).id();
        amira.runs("report").fills(Map.of("wrong", "Hm.", "question", coming));
        amira.pressesWhere(coming, "Hold the question").sees("Held");
      }
      if (day % 6 == 4) {
        amira.presses("Release").sees("Released");
      }
      draws(
          () -> {
            world.passes(Duration.ofDays(1));
            return lastQuestion();
          });
      answer(lastQuestion(), world.questionIn(lastQuestion()));
    }
  }

  /** Notes what is drawn, with the targets of that moment, if anything is. */
  private void draws(Supplier<String> work) {
    Map<String, Double> before = credits();
    Map<String, Double> now = Targets.of(weights, log.accuracy(1));
    String text = work.get();
    if (!credits().equals(before)) {
      drawn.add(world.questionIn(text));
      targets.add(now);
    }
  }

  private Map<String, Double> credits() {
    return new DailyDao(world.database().jdbi()).quota(1).credits();
  }

  private String lastQuestion() {
    return world.chat().texts().stream()
        .filter(text -> text.startsWith("Question") || text.startsWith("Extra"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Offset<Double> within() {
    return Offset.offset(FIVE_POINTS);
  }

  private void play() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC");
    for (int day = 0; day < DROPS; day++) {
      targets.add(Targets.of(weights, log.accuracy(1)));
      world.passes(Duration.ofDays(1));
      String text = lastQuestion();
      Question question = world.questionIn(text);
      drawn.add(question);
      answer(text, question);
    }
  }

  private void answer(String text, Question question) {
    List<String> letters = new ArrayList<>(world.right(text));
    if (question.domain().equals(WEAK)) {
      letters.set(0, world.wrong(text).get(0));
    }
    if (letters.size() == 1) {
      amira.presses(letters.get(0));
    } else {
      amira.chooses(letters);
    }
  }

  private double count(String domain, int from) {
    return drawn.subList(from, from + WINDOW).stream()
        .filter(question -> question.domain().equals(domain))
        .count();
  }

  private double target(String domain, int from) {
    return targets.subList(from, from + WINDOW).stream()
        .mapToDouble(t -> t.getOrDefault(domain, 0.0))
        .sum();
  }

  private boolean returnsEarly(String domain) {
    long size = pack.questions().stream().filter(q -> q.domain().equals(domain)).count();
    Map<String, Integer> last = new HashMap<>();
    List<Question> own = drawn.stream().filter(q -> q.domain().equals(domain)).toList();
    for (int at = 0; at < own.size(); at++) {
      Integer before = last.put(own.get(at).id(), at);
      if (before != null && new HashSet<>(own.subList(before, at)).size() < size) {
        return true;
      }
    }
    return false;
  }
}
