package studycoach.recall;

/** How well a question was recalled, from worst to best. */
public enum Grade {
  AGAIN(1),
  HARD(2),
  GOOD(3),
  EASY(4);

  /** 1 to 4, as in the formulas of FSRS. */
  final int number;

  Grade(int number) {
    this.number = number;
  }

  /**
   * The grade of an answer. A right guess is HARD: among four options every fourth guess is right,
   * so it tells of little memory, yet the reveal that follows has shown the answer. Never EASY:
   * seeing options is easier than recalling without, and people who are sure are wrong too often
   * for the leap that EASY makes at a first answer (8 days instead of 2).
   */
  public static Grade of(boolean right, Confidence confidence) {
    if (!right) {
      return AGAIN;
    }
    return confidence == Confidence.GUESS ? HARD : GOOD;
  }
}
