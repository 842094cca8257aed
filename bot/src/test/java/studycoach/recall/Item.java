package studycoach.recall;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A question in the mind of a simulated learner, and what the coach thinks of it. */
final class Item {
  private static final Fsrs FSRS = new Fsrs();
  private static final double LUCKY = 0.25;
  private static final double ADMITS_GUESS = 0.7;
  private static final double SURE_THOUGH_WRONG = 0.15;
  private static final double KNOWN_BEFORE = 0.3;

  private final Forgetting mind;
  private final String name;
  private @Nullable Card card;
  private int answers;
  private int rightInARow;

  Item(String name, Forgetting mind, RandomGenerator random) {
    this.name = name;
    this.mind = mind;
    if (random.nextDouble() < KNOWN_BEFORE) {
      for (int daysBefore : new int[] {30, 20, 10}) {
        mind.answered(-daysBefore, true);
      }
    }
  }

  /** Of an item that was answered. */
  Card card() {
    return Objects.requireNonNull(card);
  }

  int answers() {
    return answers;
  }

  int rightInARow() {
    return rightInARow;
  }

  double recall(LocalDate day) {
    return mind.recall(sinceStart(day));
  }

  private static double sinceStart(LocalDate day) {
    return ChronoUnit.DAYS.between(Course.START, day);
  }

  /** Who does not recall guesses among four options, mostly says so, and is then told. */
  void answer(LocalDate today, RandomGenerator random) {
    boolean recalled = random.nextDouble() < recall(today);
    boolean right = recalled || random.nextDouble() < LUCKY;
    Confidence confidence = recalled ? Confidence.SURE : confidence(right, random);
    Grade grade = Grade.of(right, confidence);
    Memory memory =
        card == null ? FSRS.first(grade) : FSRS.next(card.memory(), card.age(today), grade);
    card = new Card(name, memory, today, Need.after(right, confidence));
    mind.answered(sinceStart(today), recalled);
    answers++;
    rightInARow = right ? rightInARow + 1 : 0;
  }

  private static Confidence confidence(boolean right, RandomGenerator random) {
    if (!right && random.nextDouble() < SURE_THOUGH_WRONG) {
      return Confidence.SURE;
    }
    return random.nextDouble() < ADMITS_GUESS ? Confidence.GUESS : Confidence.THINK;
  }
}
