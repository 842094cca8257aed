package studycoach.pack;

/** How a question is answered. */
public enum QuestionType {
  /** One right option of four. */
  MULTIPLE_CHOICE,
  /** Two or three right options of five or six; all of them and no other must be chosen. */
  MULTIPLE_RESPONSE,
  /** Three to five steps to be put in order. */
  ORDERING,
  /** Three to seven prompts, each to be given its match. */
  MATCHING
}
