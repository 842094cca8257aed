package studycoach.pack.guess;

import java.util.List;

/**
 * Logistic regression with a ridge penalty, after S. le Cessie and J. C. van Houwelingen, "Ridge
 * estimators in logistic regression", Applied Statistics 41 (1992): Newton's method on the
 * log-likelihood less {@code ridge / 2} times the squared weights. The penalty keeps weights finite
 * where keys can be told apart without error.
 */
final class LogisticRegression {
  private static final int MOST_STEPS = 50;
  private static final double SMALL = 1e-8;

  /** The intercept, which isn't penalised, then a weight for each feature. */
  private final double[] weights;

  private LogisticRegression(double[] weights) {
    this.weights = weights;
  }

  /**
   * Fits weights.
   *
   * @param rows the features of each case, of the same scale; at least one row, all of one length
   * @param outcomes whether it happened, for each row
   * @param ridge the penalty, above 0
   */
  static LogisticRegression fit(List<double[]> rows, List<Boolean> outcomes, double ridge) {
    double[] weights = new double[rows.get(0).length + 1];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] change = change(weights, rows, outcomes, ridge);
      double largest = 0;
      for (int at = 0; at < weights.length; at++) {
        weights[at] += change[at];
        largest = Math.max(largest, Math.abs(change[at]));
      }
      if (largest < SMALL) {
        break;
      }
    }
    return new LogisticRegression(weights);
  }

  /** Newton's step: the gradient divided by the curvature. */
  private static double[] change(
      double[] weights, List<double[]> rows, List<Boolean> outcomes, double ridge) {
    int size = weights.length;
    double[][] curvature = new double[size][size];
    double[] gradient = new double[size];
    for (int at = 1; at < size; at++) {
      curvature[at][at] = ridge;
      gradient[at] = -ridge * weights[at];
    }
    for (int row = 0; row < rows.size(); row++) {
      double[] x = rows.get(row);
      double p = probability(weights, x);
      double error = (outcomes.get(row) ? 1 : 0) - p;
      double spread = Math.max(p * (1 - p), SMALL);
      for (int i = 0; i < size; i++) {
        gradient[i] += error * feature(x, i);
        for (int j = 0; j < size; j++) {
          curvature[i][j] += spread * feature(x, i) * feature(x, j);
        }
      }
    }
    return solve(curvature, gradient);
  }

  private static double feature(double[] x, int at) {
    return at == 0 ? 1 : x[at - 1];
  }

  /**
   * Gaussian elimination; the matrix is positive definite, so no pivot is zero. Overwrites both.
   */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  /** How likely it is to happen, 0 to 1. */
  double probability(double[] x) {
    return probability(weights, x);
  }

  private static double probability(double[] weights, double[] x) {
    double sum = weights[0];
    for (int at = 0; at < x.length; at++) {
      sum += weights[at + 1] * x[at];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The intercept, then the features' weights. */
  double[] weights() {
    return weights.clone();
  }
}
