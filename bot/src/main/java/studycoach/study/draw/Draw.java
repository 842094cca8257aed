package studycoach.study.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws a question within its domain, and the order in which its options are shown. */
public final class Draw {

  private Draw() {}

  /**
   * One of those never shown, else of those unseen the longest, at random among equals. So a
   * question returns only after its domain's other questions.
   *
   * @param candidates the questions of one domain, at least one, in any order: the same random
   *     draws the same question whatever the order
   */
  public static Candidate pick(List<Candidate> candidates, RandomGenerator random) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw from: " + candidates);
    }
    Instant oldest =
        candidates.stream().map(Draw::shown).min(Comparator.naturalOrder()).orElseThrow();
    List<Candidate> equals =
        candidates.stream()
            .filter(candidate -> shown(candidate).equals(oldest))
            .sorted(Comparator.comparing(Candidate::question))
            .toList();
    return equals.get(random.nextInt(equals.size()));
  }

  /** A fresh order: for each position on the screen one of the pack, 0 to {@code size - 1}. */
  public static List<Integer> order(int size, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    return List.copyOf(order);
  }

  private static Instant shown(Candidate candidate) {
    return candidate.lastShown().orElse(Instant.MIN);
  }
}
