package studycoach.study.draw;

/**
 * How a learner, or a whole group, has done.
 *
 * @param right of the answers
 * @param answered how many answers there are
 */
public record Accuracy(long right, long answered) {
  public Accuracy {
    if (right < 0 || right > answered) {
      throw new IllegalArgumentException(right + " right of " + answered);
    }
  }

  public Accuracy plus(Accuracy other) {
    return new Accuracy(right + other.right, answered + other.answered);
  }

  public long wrong() {
    return answered - right;
  }

  /** 0 to 1; 0 without answers. */
  public double rightShare() {
    return answered == 0 ? 0 : (double) right / answered;
  }

  /** 0 to 1; 0 without answers. */
  public double wrongShare() {
    return answered == 0 ? 0 : (double) wrong() / answered;
  }
}
