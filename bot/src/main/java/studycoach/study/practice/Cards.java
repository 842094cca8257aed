package studycoach.study.practice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studycoach.recall.Card;
import studycoach.recall.Fsrs;
import studycoach.recall.Grade;
import studycoach.recall.Memory;
import studycoach.recall.Need;
import studycoach.study.progress.Answered;

/** Cards, derived from the log whenever somebody asks: they are kept nowhere. */
public final class Cards {
  private static final Fsrs FSRS = new Fsrs();

  /** The same for the same answers, also where two came in the same moment. */
  private static final Comparator<Answered> IN_TIME =
      Comparator.comparing(Answered::at)
          .thenComparing(Answered::correct)
          .thenComparing(Answered::confidence);

  private Cards() {}

  /**
   * A card for each question that was answered, by question.
   *
   * @param answers of one learner, in any order
   * @param zone whose days are the learner's
   */
  public static List<Card> of(List<Answered> answers, ZoneId zone) {
    Map<String, Card> cards = new TreeMap<>();
    answers.stream()
        .sorted(IN_TIME)
        .forEach(
            answer ->
                cards.put(
                    answer.question(),
                    after(Optional.ofNullable(cards.get(answer.question())), answer, zone)));
    return List.copyOf(cards.values());
  }

  private static Card after(Optional<Card> before, Answered answer, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(answer.at(), zone);
    Grade grade = Grade.of(answer.correct(), answer.confidence());
    Memory memory =
        before
            .map(card -> FSRS.next(card.memory(), card.age(day), grade))
            .orElseGet(() -> FSRS.first(grade));
    Need need = Need.after(answer.correct(), answer.confidence());
    return new Card(answer.question(), memory, day, need);
  }
}
