package studycoach.recall;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What learners recall on exam day, by the way in which they review: 12 weeks, five days a week,
 * five new questions a day until all 270 are known, and in each way as many reviews on each day as
 * {@link Reviews} asks for. Their minds forget by the laws of {@link Forgetting}, of which the
 * coach sees nothing but answers. The arguments are how many learners, the seed of the first, and
 * how many reviews a day at most:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.recall.RecallTrial -Dexec.args="200 1 10 15 20 30"
 * </pre>
 */
public final class RecallTrial {
  private RecallTrial() {}

  /** Of one learner: how much is recalled in each way of reviewing, in percent. */
  private record Outcome(int reviews, Map<Practice, Double> recalled) {
    static Outcome of(Forgetting.Law law, long seed, int most) {
      Course coached = Course.of(law, seed, Practice.COACH, most);
      Map<Practice, Double> recalled = new EnumMap<>(Practice.class);
      recalled.put(Practice.COACH, 100 * coached.recalled());
      for (Practice other : others()) {
        recalled.put(other, 100 * Course.like(coached, law, seed, other).recalled());
      }
      return new Outcome(coached.reviews(), recalled);
    }

    double lead(Practice other) {
      return of(Practice.COACH) - of(other);
    }

    double of(Practice practice) {
      return recalled.getOrDefault(practice, Double.NaN);
    }
  }

  public static void main(String[] arguments) {
    int learners = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    System.out.println("percent recalled on exam day; lead of the coach with 95 % interval");
    laws()
        .forEach(
            (name, law) -> {
              for (int i = 2; i < arguments.length; i++) {
                int most = Integer.parseInt(arguments[i]);
                List<Outcome> outcomes =
                    LongStream.range(seed, seed + learners)
                        .parallel()
                        .mapToObj(each -> Outcome.of(law, each, most))
                        .toList();
                System.out.println(name + ", " + most + " a day: " + line(outcomes));
              }
            });
  }

  private static Map<String, Forgetting.Law> laws() {
    Map<String, Forgetting.Law> laws = new TreeMap<>();
    laws.put("traces", Forgetting.Traces::new);
    laws.put("performance", Forgetting.Performance::new);
    laws.put("half-life", Forgetting.HalfLife::new);
    Map<String, Forgetting.Law> all = new TreeMap<>(laws);
    laws.forEach((name, law) -> all.put(name + ", forgetful", forgetful(law)));
    return all;
  }

  /** People who all forget clearly faster than those to whom FSRS was fitted. */
  private static Forgetting.Law forgetful(Forgetting.Law law) {
    return (mind, hardness) ->
        law.question(new Forgetting.Mind(mind.ability() - 1, mind.forgetfulness() + 1), hardness);
  }

  private static List<Practice> others() {
    return Arrays.stream(Practice.values()).filter(each -> each != Practice.COACH).toList();
  }

  private static String line(List<Outcome> outcomes) {
    StringBuilder line = new StringBuilder();
    line.append(format("%.0f reviews", mean(outcomes, Outcome::reviews)));
    line.append(format("; coach %.1f", mean(outcomes, each -> each.of(Practice.COACH))));
    for (Practice other : others()) {
      line.append("; ").append(other.name().toLowerCase(Locale.ROOT));
      line.append(format(" %.1f, ", mean(outcomes, each -> each.of(other))));
      line.append(interval(outcomes.stream().mapToDouble(each -> each.lead(other)).toArray()));
    }
    return line.toString();
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.stream().mapToDouble(value).average().orElseThrow();
  }

  private static String interval(double[] leads) {
    double mean = DoubleStream.of(leads).average().orElseThrow();
    double squares = DoubleStream.of(leads).map(lead -> (lead - mean) * (lead - mean)).sum();
    double half = 1.96 * Math.sqrt(squares / (leads.length - 1) / leads.length);
    return format("%+.1f (%+.1f to %+.1f)", mean, mean - half, mean + half);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
