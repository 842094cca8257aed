package studycoach.feature.report;

import java.util.Optional;
import studycoach.chat.Incoming;
import studycoach.chat.Reply;
import studycoach.chat.UserError;
import studycoach.markup.Markup;
import studycoach.study.Groups;
import studycoach.study.Hold;
import studycoach.study.Holds;
import studycoach.study.Learners;

/** What organisers do about a report. Doing it twice does no more than doing it once. */
final class Handling {
  private final ReportDao reports;
  private final ReportDesk desk;
  private final Groups groups;
  private final Learners learners;
  private final Holds holds;
  private final ReportViews views;

  Handling(
      ReportDao reports,
      ReportDesk desk,
      Groups groups,
      Learners learners,
      Holds holds,
      ReportViews views) {
    this.reports = reports;
    this.desk = desk;
    this.groups = groups;
    this.learners = learners;
    this.holds = holds;
    this.views = views;
  }

  /** The report of a click by somebody who may act on it. */
  private Report reported(Incoming.Click click) {
    Report report =
        reports
            .find(click.action().number(0))
            .orElseThrow(() -> new UserError("I no longer know that report."));
    groups.organisers().require(click.origin(), groups.find(report.group()));
    return report;
  }

  Reply show(Incoming.Click click) {
    Report report = reported(click);
    return Reply.say(views.name(report.home()).text(" wrote: " + report.text()));
  }

  Reply hold(Incoming.Click click) {
    Report report = reported(click);
    long home = learners.of(click.origin()).home();
    boolean held = desk.change(report, () -> holds.hold(report.group(), report.question(), home));
    return held
        ? said(report, "Held: ", " is not drawn for the group until it is released.")
        : said(report, "Held already: ", " is not drawn until it is released.");
  }

  Reply release(Incoming.Click click) {
    Report report = reported(click);
    boolean released = desk.change(report, () -> holds.release(report.group(), report.question()));
    return released
        ? said(report, "Released: ", " can be drawn again.")
        : said(report, "", " is not held.");
  }

  Reply dismiss(Incoming.Click click) {
    Report report = reported(click);
    Optional<Hold> hold = holds.of(report.group(), report.question());
    if (hold.isPresent()) {
      return said(report, "", " is held by now. Release it if nothing is wrong with it.");
    }
    long home = learners.of(click.origin()).home();
    return desk.change(report, () -> reports.dismiss(report.id(), home))
        ? said(report, "Dismissed. ", " stays in the draw.")
        : said(report, "Dismissed already. ", " stays in the draw.");
  }

  private static Reply said(Report report, String before, String after) {
    return Reply.say(Markup.of(before).code(report.question()).text(after));
  }
}
