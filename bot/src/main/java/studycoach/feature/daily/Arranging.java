package studycoach.feature.daily;

import java.util.List;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.study.Answer;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.ask.Placing;
import studycoach.study.ask.ShownPlaces;

/**
 * Orderings and matchings, which are answered in private, one place at a time, and submitted at the
 * end. What was put stays, through a restart too, until it is submitted or the window is over.
 */
final class Arranging {
  private final Learners learners;
  private final Drops drops;
  private final PlacingDao placings;
  private final Copies copies;
  private final Answering answering;

  Arranging(
      Learners learners, Drops drops, PlacingDao placings, Copies copies, Answering answering) {
    this.learners = learners;
    this.drops = drops;
    this.placings = placings;
    this.copies = copies;
    this.answering = answering;
  }

  /** Somebody's copy, on which they have pressed something. */
  private record Pressed(
      Incoming.Click click, Learner learner, DropQuestion question, Placing placing) {
    int number(int key) {
      long number = click.action().number(key);
      if (number < 0 || number > placing.shown().size()) {
        throw new UserError("I don't know that choice.");
      }
      return (int) number;
    }
  }

  /** What pressing something does. */
  @FunctionalInterface
  private interface Press {
    Reply.Answer on(Pressed pressed);
  }

  List<OnClick> clicks() {
    return List.of(
        new OnClick("arrange", Response.PRIVATE, click -> press(click, this::start)),
        new OnClick("put", Response.UPDATE, click -> update(press(click, this::put))),
        new OnClick("back", Response.UPDATE, click -> update(press(click, this::back))),
        new OnClick("clear", Response.UPDATE, click -> update(press(click, this::clear))),
        new OnClick("submit", Response.UPDATE, click -> update(press(click, this::submit))));
  }

  private Reply.Answer press(Incoming.Click click, Press press) {
    DropQuestion question = DailyFeature.asked(drops, click);
    Learner learner = learners.of(click.origin());
    if (!(copies.shown(learner, question) instanceof ShownPlaces shown)) {
      throw new UserError("I don't know that choice.");
    }
    if (answering.isFinal(learner.id(), question)) {
      return new Reply.Say(answering.told(learner.id(), question, shown).orElseThrow());
    }
    if (drops.find(question.drop()).state() != Drop.State.OPEN) {
      throw Answering.tooLate();
    }
    return press.on(
        new Pressed(click, learner, question, copies.placing(shown, learner, question)));
  }

  private static Reply.Answer update(Reply.Answer reply) {
    return reply instanceof Reply.Say say ? new Reply.Update(say.message()) : reply;
  }

  private Reply.Answer start(Pressed pressed) {
    return new Reply.Say(copies.view(pressed.learner(), pressed.question(), 0));
  }

  private Reply.Answer put(Pressed pressed) {
    Placing placing = pressed.placing();
    int position = pressed.number(2);
    if (position < placing.shown().size() && pressed.number(1) == placing.picks().size()) {
      int pick = placing.shown().permutation().get(position);
      if (!placing.picks().contains(pick)) {
        placings.add(pressed.learner().home(), pressed.question().id(), placing.picks(), pick);
      }
    }
    return start(pressed);
  }

  private Reply.Answer back(Pressed pressed) {
    if (pressed.number(1) == pressed.placing().picks().size()) {
      placings.takeBack(
          pressed.learner().home(), pressed.question().id(), pressed.placing().picks());
    }
    return start(pressed);
  }

  private Reply.Answer clear(Pressed pressed) {
    placings.clear(pressed.learner().home(), pressed.question().id());
    return start(pressed);
  }

  private Reply.Answer submit(Pressed pressed) {
    Placing placing = pressed.placing();
    if (!placing.isComplete()) {
      return answering
          .told(pressed.learner().id(), pressed.question(), placing.shown())
          .<Reply.Answer>map(Reply.Say::new)
          .orElseGet(() -> start(pressed));
    }
    Reply.Answer reply =
        answering.answer(
            pressed.click().origin(),
            pressed.question(),
            placing.shown(),
            new Answer(placing.picks()));
    placings.clear(pressed.learner().home(), pressed.question().id());
    return reply;
  }
}
