package studycoach.recall;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which cards are reviewed today: with an exam in sight those that add most to what is recalled on
 * its day, else those that have fallen to 90 % recall. Cards answered today wait.
 */
public final class Reviews {
  private static final double RETENTION = 0.9;

  /** Reviewing what is known better than this, as what was answered today, teaches little. */
  private static final double FRESH = 0.97;

  private final Fsrs fsrs;

  public Reviews(Fsrs fsrs) {
    this.fsrs = fsrs;
  }

  /** The first day on which a card is asked again when there is no exam. */
  public LocalDate due(Card card) {
    return card.answered().plusDays(fsrs.interval(card.memory().stability(), RETENTION));
  }

  /**
   * The cards that are due, the most urgent need first, then what is most likely forgotten.
   *
   * @param most how many at most
   */
  public List<Card> due(List<Card> cards, LocalDate today, int most) {
    return cards.stream()
        .filter(card -> !due(card).isAfter(today))
        .sorted(comparing(Card::need).thenComparingDouble(card -> recall(card, today)))
        .limit(most)
        .toList();
  }

  /**
   * The cards whose review today is worth most on exam day, the most urgent need first. What the
   * learner was sure of and wrong is chosen before all else; nothing once the exam's day has come.
   *
   * @param most how many at most
   */
  public List<Card> before(LocalDate exam, List<Card> cards, LocalDate today, int most) {
    if (!today.isBefore(exam)) {
      return List.of();
    }
    return cards.stream()
        .filter(card -> recall(card, today) < FRESH)
        .map(card -> new Choice(card, worth(card, today, exam)))
        .sorted(Choice.BEST)
        .limit(most)
        .sorted(comparing(choice -> choice.card().need()))
        .map(Choice::card)
        .toList();
  }

  private record Choice(Card card, double worth) {
    static final Comparator<Choice> BEST =
        comparing((Choice choice) -> choice.card().need() != Need.SURE_BUT_WRONG)
            .thenComparing(comparingDouble(Choice::worth).reversed());
  }

  /**
   * What a review adds to the odds of recall on exam day by FSRS, over a right and a wrong answer
   * at their present odds; lessened while the last answer is recent against the time that is left.
   * Without that, little is left for the spacing that helps most: the best gap grows with the time
   * to the test (Cepeda and others, 2008), so what can wait does, and near the exam all count.
   */
  private double worth(Card card, LocalDate today, LocalDate exam) {
    double left = ChronoUnit.DAYS.between(today, exam);
    double now = recall(card, today);
    ToDoubleFunction<Grade> then =
        grade ->
            fsrs.retrievability(left, fsrs.next(card.memory(), card.age(today), grade).stability());
    double gain =
        now * then.applyAsDouble(Grade.GOOD)
            + (1 - now) * then.applyAsDouble(Grade.AGAIN)
            - recall(card, exam);
    return gain * (1 - Math.exp(-card.age(today) / left));
  }

  private double recall(Card card, LocalDate day) {
    return fsrs.retrievability(card.age(day), card.memory().stability());
  }
}
