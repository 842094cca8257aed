package studycoach.recall;

import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** A way of choosing what to review. */
enum Practice {
  /** As the coach does. */
  COACH {
    @Override
    List<Item> choose(List<Item> known, LocalDate today, int most, Random random) {
      List<Card> cards = known.stream().map(Item::card).toList();
      return new Reviews(new Fsrs())
          .before(Course.EXAM, cards, today, most).stream()
              .map(card -> known.get(Integer.parseInt(card.question())))
              .toList();
    }
  },
  /** 1, 3, 7, 14 and then every 30 days after an answer, whatever it was. */
  FIXED {
    @Override
    List<Item> choose(List<Item> known, LocalDate today, int most, Random random) {
      return mostOverdue(known, today, most, item -> item.answers() - 1);
    }
  },
  /** The same, but from the first interval on after a wrong answer, as Leitner's boxes. */
  BOXES {
    @Override
    List<Item> choose(List<Item> known, LocalDate today, int most, Random random) {
      return mostOverdue(known, today, most, item -> Math.max(0, item.rightInARow() - 1));
    }
  },
  /** Any question. */
  RANDOM {
    @Override
    List<Item> choose(List<Item> known, LocalDate today, int most, Random random) {
      List<Item> shuffled = new ArrayList<>(known);
      Collections.shuffle(shuffled, random);
      return shuffled.subList(0, Math.min(most, shuffled.size()));
    }
  };

  private static final int[] INTERVALS = {1, 3, 7, 14, 30};

  abstract List<Item> choose(List<Item> known, LocalDate today, int most, Random random);

  /** What is due first, and then what will be, so that no review is lost. */
  private static List<Item> mostOverdue(
      List<Item> known, LocalDate today, int most, ToIntFunction<Item> step) {
    return known.stream()
        .sorted(
            comparingLong(
                item ->
                    INTERVALS[Math.min(step.applyAsInt(item), INTERVALS.length - 1)]
                        - item.card().age(today)))
        .limit(most)
        .toList();
  }
}
