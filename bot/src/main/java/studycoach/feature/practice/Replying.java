package studycoach.feature.practice;

import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.UserError;
import studycoach.recall.Confidence;
import studycoach.study.Answer;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.ask.Placing;
import studycoach.study.ask.Press;
import studycoach.study.ask.Shown;
import studycoach.study.ask.ShownOptions;
import studycoach.study.ask.ShownPlaces;
import studycoach.study.practice.Asked;

/** What is pressed to answer a question: how sure one is, options, and pieces put into places. */
final class Replying {
  private final Learners learners;
  private final Practising practising;

  Replying(Learners learners, Practising practising) {
    this.learners = learners;
    this.practising = practising;
  }

  List<OnClick> clicks() {
    return List.of(
        PracticeFeature.click("tell", this::tell),
        PracticeFeature.click("choose", this::choose),
        PracticeFeature.click("put", click -> place(click, this::put)),
        PracticeFeature.click("back", click -> place(click, this::back)),
        PracticeFeature.click("clear", click -> place(click, (placed, placing) -> List.of())),
        PracticeFeature.click("submit", this::submit));
  }

  private Message tell(Incoming.Click click) {
    Confidence told =
        Stream.of(Confidence.values())
            .filter(confidence -> confidence.name().equalsIgnoreCase(click.action().key(1)))
            .findFirst()
            .orElseThrow(Replying::unknown);
    Learner learner = learners.of(click.origin());
    return practising.act(
        learner,
        click.action().number(0),
        (course, asked, shown) ->
            practising.change(learner, asked, questions -> questions.tell(asked, told)));
  }

  private Message choose(Incoming.Click click) {
    Learner learner = learners.of(click.origin());
    return practising.act(
        learner,
        click.action().number(0),
        (course, asked, shown) -> {
          if (!(shown instanceof ShownOptions options)) {
            throw unknown();
          }
          return practising.answer(
              learner, asked, shown, options.answer(Press.positions(click, 1)));
        });
  }

  /** What is put after something was pressed, which may be old. */
  @FunctionalInterface
  private interface Placed {
    List<Integer> after(Incoming.Click click, Placing placing);
  }

  private Message place(Incoming.Click click, Placed placed) {
    Learner learner = learners.of(click.origin());
    return practising.act(
        learner,
        click.action().number(0),
        (course, asked, shown) -> {
          List<Integer> picks = placed.after(click, placing(asked, shown));
          return practising.change(learner, asked, questions -> questions.put(asked, picks));
        });
  }

  private List<Integer> put(Incoming.Click click, Placing placing) {
    int position = number(click, 2, placing);
    return number(click, 1, placing) == placing.picks().size()
        ? placing.put(position).picks()
        : placing.picks();
  }

  private List<Integer> back(Incoming.Click click, Placing placing) {
    int put = placing.picks().size();
    return number(click, 1, placing) == put && put > 0
        ? placing.picks().subList(0, put - 1)
        : placing.picks();
  }

  private Message submit(Incoming.Click click) {
    Learner learner = learners.of(click.origin());
    return practising.act(
        learner,
        click.action().number(0),
        (course, asked, shown) ->
            placing(asked, shown).isComplete()
                ? practising.answer(learner, asked, shown, new Answer(asked.picks()))
                : practising.change(learner, asked, questions -> {}));
  }

  private static Placing placing(Asked asked, Shown shown) {
    if (shown instanceof ShownPlaces places) {
      return new Placing(places, asked.picks());
    }
    throw unknown();
  }

  private static int number(Incoming.Click click, int key, Placing placing) {
    long number = click.action().number(key);
    if (number < 0 || number > placing.shown().size()) {
      throw unknown();
    }
    return (int) number;
  }

  private static UserError unknown() {
    return new UserError("I don't know that choice.");
  }
}
