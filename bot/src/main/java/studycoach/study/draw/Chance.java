package studycoach.study.draw;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;

/** Where shuffles come from. */
@FunctionalInterface
public interface Chance {

  /**
   * A source of randomness.
   *
   * @param purpose what it is for, e.g. {@code drop 12}; may decide what comes out
   */
  Random in(String purpose);

  /** Nobody can foretell it. */
  static Chance secure() {
    SecureRandom random = new SecureRandom();
    return purpose -> random;
  }

  /** The same for the same seed and purpose, also after a restart. */
  static Chance seeded(long seed) {
    return purpose -> new Random(new SplittableRandom(31 * seed + purpose.hashCode()).nextLong());
  }
}
