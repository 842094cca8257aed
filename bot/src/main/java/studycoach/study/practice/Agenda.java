package studycoach.study.practice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studycoach.recall.Card;
import studycoach.recall.Fsrs;
import studycoach.recall.Reviews;

/**
 * What a learner reviews on which day.
 *
 * @param cards of one learner
 * @param exam the day of the exam, if they have told it; nothing is reviewed from then on
 */
public record Agenda(List<Card> cards, Optional<LocalDate> exam) {
  private static final Reviews REVIEWS = new Reviews(new Fsrs());

  public Agenda {
    cards = List.copyOf(cards);
  }

  /**
   * What is worth reviewing on a day, the most urgent need first.
   *
   * @param most how many at most
   */
  public List<Card> on(LocalDate day, int most) {
    return exam.map(then -> REVIEWS.before(then, cards, day, most))
        .orElseGet(() -> REVIEWS.due(cards, day, most));
  }

  /** The first later day with something to review if nothing is answered till then. */
  public Optional<LocalDate> after(LocalDate day) {
    LocalDate next = day.plusDays(1);
    if (exam.isEmpty()) {
      return cards.stream()
          .map(REVIEWS::due)
          .min(Comparator.naturalOrder())
          .map(due -> due.isBefore(next) ? next : due);
    }
    return exam.filter(next::isBefore).stream()
        .flatMap(next::datesUntil)
        .filter(later -> !on(later, 1).isEmpty())
        .findFirst();
  }
}
