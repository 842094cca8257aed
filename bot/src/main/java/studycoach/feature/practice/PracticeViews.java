package studycoach.feature.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.recall.Confidence;
import studycoach.study.Attempt;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.Placing;
import studycoach.study.ask.Press;
import studycoach.study.ask.Shown;
import studycoach.study.ask.ShownOptions;
import studycoach.study.ask.ShownPlaces;
import studycoach.study.draw.Accuracy;
import studycoach.study.practice.Asked;

/** Questions of practice and what is told of answers: one message that goes on and on. */
final class PracticeViews {
  private final Candidates candidates;

  PracticeViews(Candidates candidates) {
    this.candidates = candidates;
  }

  /**
   * A question to be answered.
   *
   * @param tell whether somebody is to say first how sure they are
   */
  Message question(Course course, Asked asked, Shown shown, boolean tell) {
    Optional<Placing> placing =
        shown instanceof ShownPlaces places && !tell
            ? Optional.of(new Placing(places, asked.picks()))
            : Optional.empty();
    List<Block> blocks = new ArrayList<>();
    blocks.add(title(course, asked));
    blocks.add(
        new Block.Note(
            Markup.of(
                candidates.name(course.session().wish(), asked.domain())
                    + " · "
                    + WishReader.word(shown.question().difficulty()))));
    blocks.addAll(
        Lesson.asking(shown.question(), placing.map(Placing::lines).orElseGet(shown::lines)));
    if (tell) {
      blocks.add(new Block.Text(Markup.of("How sure are you of your answer?")));
      blocks.add(new Block.Controls(confidences(asked)));
    } else {
      blocks.add(new Block.Controls(controls(asked, shown, placing)));
    }
    blocks.add(new Block.Controls(List.of(stop(asked))));
    return new Message(blocks);
  }

  private static Block title(Course course, Asked asked) {
    return new Block.Title(
        Markup.of(
            SessionViews.name(course.session())
                + " · "
                + asked.place()
                + " of "
                + course.session().wish().questions()));
  }

  private static List<Control> confidences(Asked asked) {
    return Stream.of(Confidence.SURE, Confidence.THINK, Confidence.GUESS)
        .<Control>map(
            confidence ->
                new Control.Button(
                    words(confidence),
                    PracticeFeature.id(
                        "tell", asked.id(), confidence.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static String words(Confidence confidence) {
    return switch (confidence) {
      case SURE -> "Sure";
      case THINK -> "Think so";
      case GUESS -> "Guess";
    };
  }

  private static List<Control> controls(Asked asked, Shown shown, Optional<Placing> placing) {
    Press press = new Press(PracticeFeature.NAME, "choose", List.of(asked.id()));
    return shown instanceof ShownOptions options
        ? options.controls(press)
        : placing.map(put -> put.controls(press)).orElse(List.of());
  }

  private static Control stop(Asked asked) {
    return new Control.Button("Stop", PracticeFeature.id("stop", asked.id()));
  }

  /**
   * What somebody is told of their answer.
   *
   * @param often what many confuse as they have just done
   */
  Message feedback(
      Course course, Asked asked, Shown shown, Attempt attempt, Optional<Markup> often) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(title(course, asked));
    blocks.add(new Block.Text(verdict(shown, attempt)));
    shown.reasons(attempt.answer()).stream().map(Block.Text::new).forEach(blocks::add);
    blocks.addAll(Lesson.of(shown.question()));
    often.map(Block.Note::new).ifPresent(blocks::add);
    blocks.add(new Block.Note(soFar(course, asked)));
    boolean last = asked.place() >= course.session().wish().questions();
    Control next =
        new Control.Button(last ? "Result" : "Next", PracticeFeature.id("next", asked.id()));
    blocks.add(new Block.Controls(last ? List.of(next) : List.of(next, stop(asked))));
    return new Message(blocks);
  }

  private static Markup verdict(Shown shown, Attempt attempt) {
    String chosen = " You chose " + shown.letters(attempt.answer());
    return attempt.correct()
        ? Markup.empty().bold("Right.").text(chosen + ".")
        : Markup.empty()
            .bold("Not this time.")
            .text(chosen + ", the answer is " + shown.keyLetters() + ".");
  }

  /** What many have chosen in the place of what. */
  static Markup often(String chosen, String right) {
    return Markup.of("Often confused: ")
        .bold(chosen)
        .text(" chosen where ")
        .bold(right)
        .text(" is right.");
  }

  private static Markup soFar(Course course, Asked asked) {
    Markup score = Markup.of("So far " + score(course.accuracy()) + " right");
    return asked
        .confidence()
        .map(told -> score.text(" · you said: " + words(told).toLowerCase(Locale.ROOT)))
        .orElse(score);
  }

  static String score(Accuracy accuracy) {
    return accuracy.right() + " of " + accuracy.answered();
  }
}
