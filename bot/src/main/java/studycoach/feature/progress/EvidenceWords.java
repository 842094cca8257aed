package studycoach.feature.progress;

import studycoach.study.draw.Accuracy;
import studycoach.study.progress.Evidence;
import studycoach.study.progress.Interval;
import studycoach.study.progress.Trend;

/** What is known of a part of an exam, in a few words; a share only where it means something. */
final class EvidenceWords {
  private EvidenceWords() {}

  /** As in {@code 72 % of 140 (64–79) ↑}. */
  static String known(Evidence evidence) {
    return evidence.isEnough() || evidence.all().answered() == 0
        ? shortly(evidence)
        : shortly(evidence) + " to tell";
  }

  /** Likewise, in a little less. */
  static String shortly(Evidence evidence) {
    Accuracy all = evidence.all();
    if (all.answered() == 0) {
      return "not met yet";
    }
    return evidence.isEnough()
        ? share(all) + evidence.trend().map(trend -> " " + arrow(trend)).orElse("")
        : answers(all.answered()) + ", too few";
  }

  /**
   * A share and where the true one may be.
   *
   * @param all of one answer at least
   */
  static String share(Accuracy all) {
    Interval interval = Interval.of(all);
    return "%d %% of %d (%d–%d)"
        .formatted(
            percent(all.rightShare()),
            all.answered(),
            percent(interval.low()),
            percent(interval.high()));
  }

  static String answers(long count) {
    return count == 1 ? "1 answer" : count + " answers";
  }

  static long percent(double share) {
    return Math.round(share * 100);
  }

  private static String arrow(Trend trend) {
    return switch (trend) {
      case UP -> "↑";
      case LEVEL -> "→";
      case DOWN -> "↓";
    };
  }
}
