package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final List<Question> posted = new ArrayList<>();
  private final List<String> drawn = new ArrayList<>();
  private final List<Map<String, Double>> targets = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyFiftyKeepToTheTargetsAndNoQuestionReturnsBeforeItsTurn() {
    play();

    assertThat(posted).hasSize(DROPS);
    assertThat(drawn).hasSize(DROPS + Plan.DROPS);
    assertThat(drawn).startsWith(posted.stream().map(Question::domain).toArray(String[]::new));
    for (int from = 0; from + WINDOW <= drawn.size(); from++) {
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
    draws(() -> amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC"));
    for (int day = 0; day < DROPS; day++) {
      if (day % 2 == 0) {
        draws(() -> amira.runs("group preview"));
      }
      if (day % 5 == 0) {
        draws(() -> amira.runs("group post").sees("Posted"));
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
      draws(() -> world.passes(Duration.ofDays(1)));
      answer(lastQuestion(), world.questionIn(lastQuestion()));
    }
  }

  /** Notes what is drawn, all of it into the plan, with the targets of that moment. */
  private void draws(Runnable work) {
    int before = plan().size();
    int questions = questions().size();
    Map<String, Double> now = Targets.of(weights, log.accuracy(1));
    work.run();
    List<String> after = plan();
    int count = after.size() - before + questions().size() - questions;
    drawn.addAll(after.subList(after.size() - count, after.size()));
    targets.addAll(Collections.nCopies(count, now));
  }

  /** The domains that were drawn for the questions of the plan. */
  private List<String> plan() {
    return world
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT domain FROM daily_plan ORDER BY place")
                    .mapTo(String.class)
                    .list());
  }

  private List<String> questions() {
    return world.chat().texts().stream()
        .filter(text -> text.startsWith("Question") || text.startsWith("Extra"))
        .toList();
  }

  private String lastQuestion() {
    return questions().get(questions().size() - 1);
  }

  private static Offset<Double> within() {
    return Offset.offset(FIVE_POINTS);
  }

  private void play() {
    draws(() -> amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC"));
    for (int day = 0; day < DROPS; day++) {
      draws(() -> world.passes(Duration.ofDays(1)));
      String text = lastQuestion();
      Question question = world.questionIn(text);
      posted.add(question);
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
    return Collections.frequency(drawn.subList(from, from + WINDOW), domain);
  }

  private double target(String domain, int from) {
    return targets.subList(from, from + WINDOW).stream()
        .mapToDouble(t -> t.getOrDefault(domain, 0.0))
        .sum();
  }

  private boolean returnsEarly(String domain) {
    long size = pack.questions().stream().filter(q -> q.domain().equals(domain)).count();
    Map<String, Integer> last = new HashMap<>();
    List<Question> own = posted.stream().filter(q -> q.domain().equals(domain)).toList();
    for (int at = 0; at < own.size(); at++) {
      Integer before = last.put(own.get(at).id(), at);
      if (before != null && new HashSet<>(own.subList(before, at)).size() < size) {
        return true;
      }
    }
    return false;
  }
}
