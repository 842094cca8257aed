package studycoach.feature.progress;

import java.util.stream.Collectors;
import studycoach.chat.Block;
import studycoach.study.Streak;
import studycoach.study.progress.ActiveDays;
import studycoach.study.progress.Evidence;
import studycoach.study.progress.Progress;
import studycoach.study.progress.Progress.InDomain;
import studycoach.study.progress.Progress.InTask;

/** What the picture says, in words. */
final class ProgressAlt {
  private ProgressAlt() {}

  /** All of it; of an exam with very many tasks the domains alone. */
  static String of(Progress progress, Streak streak, ActiveDays days) {
    String whole = text(progress, streak, days, true);
    return whole.length() <= Block.Image.MOST_ALT
        ? whole
        : Block.Image.fitting(text(progress, streak, days, false));
  }

  private static String text(Progress progress, Streak streak, ActiveDays days, boolean tasks) {
    return "Your progress in "
        + progress.exam().code()
        + ". Streak: "
        + streak.words()
        + ". "
        + progress.domains().stream().map(in -> domain(in, tasks)).collect(Collectors.joining(". "))
        + ". Answers on %d of the last %d days, at most %d in a day."
            .formatted(days.active(), days.days(), days.most());
  }

  private static String domain(InDomain in, boolean tasks) {
    String all =
        in.domain().name()
            + ", "
            + in.domain().weight()
            + " % of the exam: "
            + EvidenceWords.known(in.evidence());
    return tasks
        ? all
            + in.tasks().stream().map(ProgressAlt::task).collect(Collectors.joining(", ", "; ", ""))
        : all;
  }

  private static String task(InTask in) {
    Evidence evidence = in.evidence();
    return in.task().id()
        + ": "
        + (evidence.isEnough()
            ? EvidenceWords.percent(evidence.all().rightShare()) + " %"
            : EvidenceWords.shortly(evidence));
  }
}
