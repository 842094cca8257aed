package studycoach.pack.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final double NO_PENALTY = 1e-9;

  /** With one yes-or-no feature the weights are log odds, which can be had by hand. */
  @Test
  void findsTheLogOddsOfATable() {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> outcomes = new ArrayList<>();
    add(rows, outcomes, 0, 10, 30);
    add(rows, outcomes, 1, 40, 20);

    double[] weights = LogisticRegression.fit(rows, outcomes, NO_PENALTY).weights();

    assertThat(weights[0]).isCloseTo(Math.log(10 / 30.0), within(1e-6));
    assertThat(weights[1]).isCloseTo(Math.log(40 / 20.0) - Math.log(10 / 30.0), within(1e-6));
  }

  private static void add(
      List<double[]> rows, List<Boolean> outcomes, double feature, int happened, int not) {
    rows.addAll(Collections.nCopies(happened + not, new double[] {feature}));
    outcomes.addAll(Collections.nCopies(happened, true));
    outcomes.addAll(Collections.nCopies(not, false));
  }

  @Test
  void findsTheWeightsThatMadeTheData() {
    Random random = new Random(5);
    List<double[]> rows = new ArrayList<>();
    List<Boolean> outcomes = new ArrayList<>();
    for (int row = 0; row < 20_000; row++) {
      double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      rows.add(x);
      double p = 1 / (1 + Math.exp(-(-1 + 2 * x[0] - 0.5 * x[1])));
      outcomes.add(random.nextDouble() < p);
    }

    double[] weights = LogisticRegression.fit(rows, outcomes, 1).weights();

    assertThat(weights).containsExactly(new double[] {-1, 2, -0.5, 0}, within(0.1));
  }

  /** At the optimum the penalised gradient is zero: sum of x (y - p) = ridge times weight. */
  @Test
  void thePenaltyBalancesTheGradient() {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> outcomes = new ArrayList<>();
    add(rows, outcomes, -1, 0, 20);
    add(rows, outcomes, 1, 20, 0);
    double ridge = 3;

    LogisticRegression model = LogisticRegression.fit(rows, outcomes, ridge);

    double gradient = 0;
    for (int row = 0; row < rows.size(); row++) {
      double[] x = rows.get(row);
      gradient += x[0] * ((outcomes.get(row) ? 1 : 0) - model.probability(x));
    }
    assertThat(gradient).isCloseTo(ridge * model.weights()[1], within(1e-6));
    assertThat(model.weights()[1]).isPositive().isFinite();
  }
}
