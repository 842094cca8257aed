package studycoach.feature.practice;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.study.practice.Session.Wish;

/** Why there is nothing to review, and what to do instead. */
final class ReviewViews {
  private final Candidates candidates;

  ReviewViews(Candidates candidates) {
    this.candidates = candidates;
  }

  /** The learner has answered as much as they wanted. */
  Message done(int answered) {
    return told(
        "You have answered "
            + answered
            + " questions today, all that your goal asks for."
            + " For more, say how many: review count:10");
  }

  /** The day of the exam has come. */
  Message past(LocalDate exam) {
    return told(
        "The day of your exam is "
            + exam
            + ", so there is nothing left to review. Is there another"
            + " one? Tell me with: plan goal");
  }

  /** All that was answered is known well enough for now. */
  Message later(Wish wish, ZonedDateTime next) {
    return Message.of(
        title(),
        new Block.Text(
            Markup.of("Nothing is due" + in(wish) + ", well done. The next review is due on ")
                .time(next.toInstant(), next.getZone())
                .text(". Until then, practise with: quiz")));
  }

  /** All that was answered is known well enough until the exam. */
  Message fresh(Wish wish) {
    return told(
        "What you have answered"
            + in(wish)
            + " is fresh enough until your exam. For something new, practise with: quiz");
  }

  /** There is nothing that could ever come. */
  Message nothing(Wish wish) {
    return told(
        "There is nothing to review"
            + in(wish)
            + ". I ask again what you have answered before,"
            + " other than what your group's next drops ask. Answer today's question, or practise"
            + " with: quiz");
  }

  private String in(Wish wish) {
    return wish.domain().map(domain -> " in " + candidates.name(wish, domain)).orElse("");
  }

  private static Message told(String words) {
    return Message.of(title(), new Block.Text(Markup.of(words)));
  }

  private static Block title() {
    return new Block.Title(Markup.of("Review"));
  }
}
