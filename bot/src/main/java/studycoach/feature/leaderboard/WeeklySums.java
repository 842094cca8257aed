package studycoach.feature.leaderboard;

import java.util.List;
import studycoach.chat.Block;
import studycoach.pack.Domain;
import studycoach.study.draw.Accuracy;

/**
 * What a picture of a week shows.
 *
 * @param title e.g. {@code 16 Nov – 22 Nov 2026}
 * @param best the first of the board, at most {@value #MOST}
 * @param more how many others are on it
 * @param domains of the exam, in its order
 */
record WeeklySums(String title, List<Line> best, int more, List<InDomain> domains) {
  static final int MOST = 10;

  WeeklySums {
    best = List.copyOf(best);
    domains = List.copyOf(domains);
  }

  /** Somebody's place. */
  record Line(int rank, String name, long points) {}

  /** How those on the board have answered in a domain. */
  record InDomain(Domain domain, Accuracy accuracy) {
    String known() {
      return accuracy.answered() == 0
          ? "not asked"
          : accuracy.percent() + " % of " + accuracy.answered();
    }
  }

  /** All of it in words, for those who can't see the picture. */
  String alt() {
    StringBuilder text = new StringBuilder("The week's boards, " + title + ".");
    for (Line line : best) {
      text.append(
          " %d. %s, %s.".formatted(line.rank(), line.name(), BoardLines.points(line.points())));
    }
    if (more > 0) {
      text.append(" And ").append(more).append(" more.");
    }
    for (InDomain in : domains) {
      text.append(
          " %s, %d %% of the exam: %s."
              .formatted(in.domain().name(), in.domain().weight(), in.known()));
    }
    return Block.Image.fitting(text.toString());
  }
}
