package studycoach.feature.practice;

import java.util.Optional;
import studycoach.chat.Message;
import studycoach.chat.UserError;
import studycoach.pack.Question;
import studycoach.study.Learner;
import studycoach.study.practice.Session.Wish;

/** What sessions of a kind ask. */
interface Deck {

  /** How many questions of what is wished for can be asked now. */
  int size(Learner learner, long group, Wish wish);

  /**
   * What is said if there are none.
   *
   * @throws UserError if something else should be wished for
   */
  Message none(Learner learner, long group, Wish wish);

  /** The question to ask next, never one that the session has asked; empty if none is left. */
  Optional<Question> next(Learner learner, Course course);
}
