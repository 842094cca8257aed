package studycoach.feature.daily;

import studycoach.chat.Message;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Placing;
import studycoach.study.ask.Shown;
import studycoach.study.ask.ShownOptions;
import studycoach.study.ask.ShownPlaces;

/** People's private copies of questions, each in an order of its own that stays the same. */
record Copies(
    Groups groups,
    Drops drops,
    QuestionVersions versions,
    Drawing drawing,
    PlacingDao placings,
    QuestionViews views) {

  Shown shown(Learner learner, DropQuestion question) {
    return Shown.of(
        versions.shown(question),
        drawing.copy(learner.home(), question.id(), versions.shown(question)));
  }

  /** How far somebody is with putting pieces into places. */
  Placing placing(ShownPlaces shown, Learner learner, DropQuestion question) {
    return new Placing(shown, placings.picks(learner.home(), question.id()));
  }

  /**
   * A copy as it is to be answered.
   *
   * @param remaining how many more questions wait after this one
   */
  Message view(Learner learner, DropQuestion question, int remaining) {
    return views.copy(
        groups.find(question.group()),
        drops.find(question.drop()),
        question,
        part(learner, question),
        remaining);
  }

  private QuestionViews.Part part(Learner learner, DropQuestion question) {
    Shown shown = shown(learner, question);
    if (shown instanceof ShownPlaces places) {
      Placing placing = placing(places, learner, question);
      return new QuestionViews.Part(
          placing.lines(), placing.controls(QuestionViews.press("put", question.id())));
    }
    return QuestionViews.choosing((ShownOptions) shown, question);
  }
}
