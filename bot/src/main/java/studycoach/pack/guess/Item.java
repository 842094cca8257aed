package studycoach.pack.guess;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.Body;
import studycoach.pack.Pack;
import studycoach.pack.Question;

/** A question with options as a guesser sees it, and the key set to compare with. */
record Item(String stem, List<String> options, List<Boolean> keys) {

  static List<Item> of(Pack pack) {
    return pack.questions().stream().flatMap(Item::of).toList();
  }

  private static Stream<Item> of(Question question) {
    return question.body() instanceof Body.Choices choices
        ? Stream.of(
            new Item(
                question.stem(),
                choices.options().stream().map(Body.Option::text).toList(),
                choices.options().stream().map(Body.Option::key).toList()))
        : Stream.empty();
  }

  private int keyCount() {
    return (int) keys.stream().filter(key -> key).count();
  }

  /** What a blind guess of the announced number of options scores on average, 0 to 1. */
  double chance() {
    return 1 / combinations(options.size(), keyCount());
  }

  /**
   * What a guesser scores who picks the most preferred options, as many as there are keys, and
   * draws lots among equals. As in the exam, nothing but the whole key set counts.
   *
   * @param preferences one for each option, higher is preferred
   * @return the expected score, 0 to 1
   */
  double score(double[] preferences) {
    double[] sorted = preferences.clone();
    Arrays.sort(sorted);
    double last = sorted[sorted.length - keyCount()];
    int drawn = keyCount();
    int tied = 0;
    for (int at = 0; at < preferences.length; at++) {
      boolean key = keys.get(at);
      if (preferences[at] > last) {
        drawn--;
      }
      if (preferences[at] == last) {
        tied++;
      }
      if (key ? preferences[at] < last : preferences[at] > last) {
        return 0;
      }
    }
    return 1 / combinations(tied, drawn);
  }

  private static double combinations(int all, int chosen) {
    double ways = 1;
    for (int at = 0; at < chosen; at++) {
      ways = ways * (all - at) / (at + 1);
    }
    return Math.rint(ways);
  }
}
