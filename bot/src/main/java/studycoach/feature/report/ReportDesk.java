package studycoach.feature.report;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.UserRef;
import studycoach.delivery.Outbox;
import studycoach.study.Groups;
import studycoach.study.Learners;

/** Brings reports and what becomes of them to the organisers. */
final class ReportDesk {
  private final Jdbi jdbi;
  private final ReportDao reports;
  private final Groups groups;
  private final Learners learners;
  private final Outbox outbox;
  private final Clock clock;

  ReportDesk(
      Jdbi jdbi, ReportDao reports, Groups groups, Learners learners, Outbox outbox, Clock clock) {
    this.jdbi = jdbi;
    this.reports = reports;
    this.groups = groups;
    this.learners = learners;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Takes a report and tells each organiser once.
   *
   * @param reporter they are told in the same place, if they have an account there
   * @return false if it took the place of an earlier one, which is then edited
   */
  boolean take(Report report, UserRef reporter) {
    boolean first =
        jdbi.inTransaction(
            handle -> {
              boolean added = reports.keep(report, clock.instant());
              long id = reports.idOf(report);
              plan(id, report.group(), reporter);
              if (!added) {
                outbox.outdate(ReportPosts.KIND, id);
              }
              return added;
            });
    long id = reports.idOf(report);
    outbox.wake(ReportPosts.KIND, id);
    if (!first) {
      outbox.refresh(ReportPosts.KIND, id);
    }
    return first;
  }

  private void plan(long id, long group, UserRef reporter) {
    for (long organiser : groups.organisers().of(group)) {
      outbox.plan(
          ReportPosts.KIND,
          id,
          new Destination.Direct(learners.account(organiser, reporter).user()));
    }
  }

  /**
   * Changes something about the question of a report, and all messages that tell of it.
   *
   * @param work returns false if there was nothing to change
   */
  boolean change(Report report, BooleanSupplier work) {
    boolean done =
        jdbi.inTransaction(
            handle -> {
              boolean changed = work.getAsBoolean();
              if (changed) {
                about(report).forEach(id -> outbox.outdate(ReportPosts.KIND, id));
              }
              return changed;
            });
    if (done) {
      about(report).forEach(id -> outbox.refresh(ReportPosts.KIND, id));
    }
    return done;
  }

  private List<Long> about(Report report) {
    return reports.about(report.group(), report.question());
  }
}
