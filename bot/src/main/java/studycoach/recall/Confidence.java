package studycoach.recall;

/** How sure a learner says to be of an answer, from least to most. */
public enum Confidence {
  GUESS,
  THINK,
  SURE
}
