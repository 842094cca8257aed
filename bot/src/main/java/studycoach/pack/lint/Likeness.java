package studycoach.pack.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How alike texts are: the cosine between their vectors of words, where a word weighs the more the
 * fewer texts have it (tf-idf), so that neither phrases that every question has nor the order of
 * sentences matter. After G. Salton and C. Buckley, "Term-weighting approaches in automatic text
 * retrieval", Information Processing and Management 24 (1988), with the smoothed idf {@code ln((1 +
 * texts) / (1 + texts with the word)) + 1}.
 */
final class Likeness {
  private final List<Map<String, Double>> vectors;

  Likeness(List<String> texts) {
    List<List<String>> words = texts.stream().map(Words::of).toList();
    Map<String, Long> textsWith =
        words.stream()
            .flatMap(text -> text.stream().distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    this.vectors = words.stream().map(text -> vector(text, textsWith, texts.size())).toList();
  }

  /** Of length one, or empty. */
  private static Map<String, Double> vector(
      List<String> words, Map<String, Long> textsWith, int texts) {
    Map<String, Double> weights = new HashMap<>();
    for (String word : words) {
      double idf = Math.log((1.0 + texts) / (1.0 + textsWith.getOrDefault(word, 0L))) + 1;
      weights.merge(word, idf, Double::sum);
    }
    double length = Math.sqrt(weights.values().stream().mapToDouble(x -> x * x).sum());
    weights.replaceAll((word, weight) -> weight / length);
    return weights;
  }

  /** From 0, no word in common, to 1, the same words. */
  double of(int first, int second) {
    Map<String, Double> other = vectors.get(second);
    return vectors.get(first).entrySet().stream()
        .mapToDouble(word -> word.getValue() * other.getOrDefault(word.getKey(), 0.0))
        .sum();
  }
}
