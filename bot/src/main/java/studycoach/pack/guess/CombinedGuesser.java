package studycoach.pack.guess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Guesses from all cues at once, with weights learnt from other questions: cross-validation in ten
 * parts, by whole questions, repeated with other parts from a fixed seed.
 */
final class CombinedGuesser {
  private static final int PARTS = 10;
  private static final int REPEATS = 20;
  private static final double RIDGE = 1;
  private static final long SEED = 20_261_121;

  private final List<Item> items;
  private final List<List<double[]>> features;

  /** Prepares for at least two items. */
  CombinedGuesser(List<Item> items) {
    this.items = items;
    this.features = items.stream().map(CombinedGuesser::features).toList();
  }

  /** What it scores on each item, on average over the repeats. */
  double[] scores() {
    double[] sums = new double[items.size()];
    Random random = new Random(SEED);
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
      Collections.shuffle(order, random);
      int parts = Math.min(PARTS, items.size());
      for (int part = 0; part < parts; part++) {
        int from = part * items.size() / parts;
        int to = (part + 1) * items.size() / parts;
        guess(order, from, to, sums);
      }
    }
    return IntStream.range(0, sums.length).mapToDouble(at -> sums[at] / REPEATS).toArray();
  }

  /** Learns from the items outside of a part and guesses those inside. */
  private void guess(List<Integer> order, int from, int to, double[] sums) {
    List<Integer> rest =
        Stream.concat(order.subList(0, from).stream(), order.subList(to, order.size()).stream())
            .toList();
    LogisticRegression model =
        LogisticRegression.fit(
            rest.stream().flatMap(at -> features.get(at).stream()).toList(),
            rest.stream().flatMap(at -> items.get(at).keys().stream()).toList(),
            RIDGE);
    for (int at : order.subList(from, to)) {
      sums[at] += items.get(at).score(preferences(model, at));
    }
  }

  private double[] preferences(LogisticRegression model, int item) {
    return features.get(item).stream().mapToDouble(model::probability).toArray();
  }

  /** Each option's cues, in standard deviations from the mean of the item's options. */
  private static List<double[]> features(Item item) {
    List<double[]> cues = Stream.of(Cue.values()).map(cue -> standardised(cue.of(item))).toList();
    return IntStream.range(0, item.options().size())
        .mapToObj(option -> cues.stream().mapToDouble(cue -> cue[option]).toArray())
        .toList();
  }

  private static double[] standardised(double[] values) {
    double mean =
        IntStream.range(0, values.length).mapToDouble(at -> values[at]).average().orElse(0);
    double variance =
        IntStream.range(0, values.length)
            .mapToDouble(at -> (values[at] - mean) * (values[at] - mean))
            .average()
            .orElse(0);
    double scale = variance > 0 ? Math.sqrt(variance) : 1;
    return IntStream.range(0, values.length)
        .mapToDouble(at -> (values[at] - mean) / scale)
        .toArray();
  }
}
