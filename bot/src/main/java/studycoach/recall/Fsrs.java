package studycoach.recall;

/**
 * FSRS-6, the Free Spaced Repetition Scheduler of J. Ye and others (Open Spaced Repetition): a
 * three-component model of memory with 21 parameters. Grades, stability and difficulty are those of
 * py-fsrs and ts-fsrs, whose results it repeats, but rounds nothing on the way. Immutable.
 */
public final class Fsrs {
  private static final double[] DEFAULTS = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };
  private static final int GREATEST_INTERVAL = 36_500;

  private final double[] w;
  private final double decay;
  private final double factor;
  private final double reversion;

  /** With the parameters fitted to some 10,000 people's reviews. */
  public Fsrs() {
    this(DEFAULTS);
  }

  /**
   * @param parameters w0 to w20, in the order of the publications
   * @throws IllegalArgumentException unless these are 21 finite numbers, with positive first
   *     stabilities (w0 to w3) and a positive decay (w20)
   */
  public Fsrs(double... parameters) {
    w = parameters.clone();
    if (w.length != DEFAULTS.length) {
      throw new IllegalArgumentException(w.length + " parameters instead of " + DEFAULTS.length);
    }
    for (int i = 0; i < w.length; i++) {
      if (!Double.isFinite(w[i]) || ((i < 4 || i == 20) && w[i] <= 0)) {
        throw new IllegalArgumentException("w" + i + " is " + w[i]);
      }
    }
    decay = -w[20];
    factor = Math.pow(0.9, 1 / decay) - 1;
    reversion = w[7] * firstDifficulty(Grade.EASY);
  }

  /**
   * How likely something is recalled, 0 to 1.
   *
   * @param elapsedDays since the last answer, from 0 on
   * @param stability in days, see {@link Memory}
   */
  public double retrievability(double elapsedDays, double stability) {
    return Math.pow(1 + factor * elapsedDays / stability, decay);
  }

  /**
   * Whole days after which recall has fallen to the desired retention; at least 1, at most 36,500.
   *
   * @param retention above 0, up to 1
   */
  public int interval(double stability, double retention) {
    if (!(retention > 0 && retention <= 1)) {
      throw new IllegalArgumentException("retention " + retention);
    }
    double days = stability / factor * (Math.pow(retention, 1 / decay) - 1);
    return (int) Math.min(Math.max(1, Math.round(days)), GREATEST_INTERVAL);
  }

  /** After the first answer to a question. */
  public Memory first(Grade grade) {
    return Memory.within(w[grade.number - 1], firstDifficulty(grade));
  }

  /**
   * After a later answer.
   *
   * @param elapsedDays since the answer that left this memory, from 0 on; below 1, the rule for
   *     answers on the same day applies
   */
  public Memory next(Memory memory, double elapsedDays, Grade grade) {
    if (!(elapsedDays >= 0)) {
      throw new IllegalArgumentException("elapsed days " + elapsedDays);
    }
    return Memory.within(
        nextStability(memory, elapsedDays, grade), nextDifficulty(memory.difficulty(), grade));
  }

  private double nextStability(Memory memory, double elapsedDays, Grade grade) {
    if (elapsedDays < 1) {
      return sameDay(memory.stability(), grade);
    }
    double forgotten = 1 - retrievability(elapsedDays, memory.stability());
    return grade == Grade.AGAIN ? lapsed(memory, forgotten) : recalled(memory, forgotten, grade);
  }

  /** A right answer, even a hard one, takes nothing away. */
  private double sameDay(double stability, Grade grade) {
    double growth = Math.exp(w[17] * (grade.number - 3 + w[18])) * Math.pow(stability, -w[19]);
    return stability * (grade == Grade.AGAIN ? growth : Math.max(growth, 1));
  }

  private double recalled(Memory memory, double forgotten, Grade grade) {
    double growth =
        Math.exp(w[8])
            * (11 - memory.difficulty())
            * Math.pow(memory.stability(), -w[9])
            * Math.expm1(w[10] * forgotten);
    double weight =
        switch (grade) {
          case HARD -> w[15];
          case EASY -> w[16];
          case AGAIN, GOOD -> 1;
        };
    return memory.stability() * (1 + growth * weight);
  }

  private double lapsed(Memory memory, double forgotten) {
    double left =
        w[11]
            * Math.pow(memory.difficulty(), -w[12])
            * (Math.pow(memory.stability() + 1, w[13]) - 1)
            * Math.exp(w[14] * forgotten);
    return Math.min(left, memory.stability() / Math.exp(w[17] * w[18]));
  }

  /** Not yet brought into its range, as {@link #nextDifficulty} needs it. */
  private double firstDifficulty(Grade grade) {
    return w[4] - Math.exp(w[5] * (grade.number - 1)) + 1;
  }

  private double nextDifficulty(double difficulty, Grade grade) {
    double change = -w[6] * (grade.number - 3);
    double damped = difficulty + change * (10 - difficulty) / 9;
    return reversion + (1 - w[7]) * damped;
  }
}
