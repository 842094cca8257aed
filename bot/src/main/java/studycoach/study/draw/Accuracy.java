package studycoach.study.draw;

/**
 * How a group has done.
 *
 * @param right of the answers
 * @param answered by all its members
 */
public record Accuracy(long right, long answered) {
  public Accuracy {
    if (right < 0 || right > answered) {
      throw new IllegalArgumentException(right + " right of " + answered);
    }
  }

  Accuracy plus(Accuracy other) {
    return new Accuracy(right + other.right, answered + other.answered);
  }

  long wrong() {
    return answered - right;
  }

  /** 0 to 1; 0 without answers. */
  double wrongShare() {
    return answered == 0 ? 0 : (double) wrong() / answered;
  }
}
