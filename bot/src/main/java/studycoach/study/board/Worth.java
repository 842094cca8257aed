package studycoach.study.board;

import studycoach.pack.Difficulty;

/**
 * What a right answer to a question is worth in a drop, or in a live quiz.
 *
 * @param points 0 or more
 * @param rule the version of the rule that says so; a later rule never applies backwards
 */
public record Worth(int points, int rule) {
  private static final int RULE = 1;

  /** What counts for nothing. */
  public static Worth none() {
    return new Worth(0, RULE);
  }

  /** By the present rule: 10, 15 or 20 by difficulty. */
  public static Worth of(Difficulty difficulty) {
    return new Worth(
        switch (difficulty) {
          case EASY -> 10;
          case MEDIUM -> 15;
          case HARD -> 20;
        },
        RULE);
  }
}
