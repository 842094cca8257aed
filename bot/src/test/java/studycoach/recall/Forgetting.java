package studycoach.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a simulated learner forgets one question: laws that are not those of FSRS. */
interface Forgetting {
  /** How likely it is recalled on a day, 0 to 1. */
  double recall(double day);

  /** It is answered, and then shown with its reasons. */
  void answered(double day, boolean recalled);

  /** Makes the memories of one learner. */
  interface Law {
    Forgetting question(Mind mind, double hardness);
  }

  /**
   * A learner, who differs from others.
   *
   * @param ability standard normal
   * @param forgetfulness standard normal
   */
  record Mind(double ability, double forgetfulness) {
    static Mind random(RandomGenerator random) {
      return new Mind(random.nextGaussian(), random.nextGaussian());
    }
  }

  /**
   * Pavlik and Anderson (2005): each answer leaves a trace that fades by a power law, the faster
   * the more active the memory was at that moment.
   */
  final class Traces implements Forgetting {
    private static final double SECONDS_A_DAY = 86_400 * 0.025;
    private static final double SCALE = 0.217;
    private static final double NOISE = 0.3;
    private final double threshold;
    private final double intercept;
    private final List<double[]> traces = new ArrayList<>();

    Traces(Mind mind, double hardness) {
      threshold = -1.6 - 0.25 * mind.ability() + 0.3 * hardness;
      intercept = Math.max(0.05, 0.177 + 0.03 * mind.forgetfulness());
    }

    @Override
    public double recall(double day) {
      return 1 / (1 + Math.exp((threshold - Math.log(strength(day))) / NOISE));
    }

    private double strength(double day) {
      double sum = 1e-9;
      for (double[] trace : traces) {
        sum += Math.pow((day - trace[0]) * SECONDS_A_DAY + 1, -trace[1]);
      }
      return sum;
    }

    @Override
    public void answered(double day, boolean recalled) {
      traces.add(new double[] {day, SCALE * strength(day) + intercept});
    }
  }

  /**
   * The Predictive Performance Equation (Walsh and others, 2018): practice by a power law,
   * forgetting by another whose exponent falls with the spacing of the answers.
   */
  final class Performance implements Forgetting {
    private final double threshold;
    private final double decay;
    private final List<Double> days = new ArrayList<>();

    Performance(Mind mind, double hardness) {
      threshold = 0.60 - 0.08 * mind.ability() + 0.10 * hardness;
      decay = Math.max(0.01, 0.02 + 0.015 * mind.forgetfulness());
    }

    @Override
    public double recall(double day) {
      if (days.isEmpty()) {
        return 0;
      }
      double weights = 0;
      double time = 0;
      double spacing = 1;
      for (int i = 0; i < days.size(); i++) {
        double since = Math.max(day - days.get(i), 0.1);
        weights += Math.pow(since, -0.6);
        time += Math.pow(since, 0.4);
        if (i > 0) {
          spacing += 1 / Math.log(days.get(i) - days.get(i - 1) + Math.E);
        }
      }
      double exponent = decay + 0.15 * spacing / days.size();
      double strength = Math.pow(days.size(), 0.1) * Math.pow(time / weights, -exponent);
      return 1 / (1 + Math.exp((threshold - strength) / 0.15));
    }

    @Override
    public void answered(double day, boolean recalled) {
      days.add(day);
    }
  }

  /** Exponential forgetting; recalling what was nearly lost lengthens the half-life most. */
  final class HalfLife implements Forgetting {
    private final double first;
    private double days;
    private double last = Double.NaN;

    HalfLife(Mind mind, double hardness) {
      first = 12 * Math.exp(0.4 * mind.ability() - 0.4 * mind.forgetfulness() - 1.0 * hardness);
      days = first;
    }

    @Override
    public double recall(double day) {
      return Double.isNaN(last) ? 0 : Math.pow(2, -(day - last) / days);
    }

    @Override
    public void answered(double day, boolean recalled) {
      if (recalled) {
        days *= 1.5 + 3.5 * (1 - recall(day));
      } else if (!Double.isNaN(last)) {
        days = Math.max(first, days / 2);
      }
      last = day;
    }
  }
}
