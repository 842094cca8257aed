package studycoach.study.draw;

/**
 * How somebody, or a group, has done.
 *
 * @param right of the answers
 * @param answered 0 or more
 */
public record Accuracy(long right, long answered) {
  public Accuracy {
    if (right < 0 || right > answered) {
      throw new IllegalArgumentException(right + " right of " + answered);
    }
  }

  /** 0 to 100, and neither of these ends unless all is wrong or right; 0 without answers. */
  public int percent() {
    if (right == 0 || right == answered) {
      return right == 0 ? 0 : 100;
    }
    return Math.toIntExact(Math.max(1, Math.min(99, Math.round(100.0 * right / answered))));
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
