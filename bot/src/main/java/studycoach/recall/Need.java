package studycoach.recall;

/** Why a question is asked again, the most urgent first. */
public enum Need {
  /**
   * The last answer was wrong though the learner was sure: nobody looks up what they are sure of.
   */
  SURE_BUT_WRONG,
  /** The last answer was wrong. */
  WRONG,
  /** The last answer was right, and is being forgotten. */
  FADING;

  /** What the last answer leaves. */
  public static Need after(boolean right, Confidence confidence) {
    if (right) {
      return FADING;
    }
    return confidence == Confidence.SURE ? SURE_BUT_WRONG : WRONG;
  }
}
