package studycoach.feature.report;

import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Groups;
import studycoach.study.Holds;
import studycoach.study.QuestionVersions;

/** The messages to organisers. */
final class ReportPosts implements PostSource {
  static final String KIND = "report";

  private final ReportDao reports;
  private final AskedDao asked;
  private final Groups groups;
  private final Holds holds;
  private final QuestionVersions versions;
  private final ReportViews views;

  ReportPosts(
      ReportDao reports,
      AskedDao asked,
      Groups groups,
      Holds holds,
      QuestionVersions versions,
      ReportViews views) {
    this.reports = reports;
    this.asked = asked;
    this.groups = groups;
    this.holds = holds;
    this.versions = versions;
    this.views = views;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return reports.find(subject).isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Report report = reports.find(subject).orElseThrow();
    return views.message(
        report,
        groups.find(report.group()).settings().exam(),
        versions.find(report.question(), report.version()),
        asked.isRevealed(report.group(), report.question()),
        holds.of(report.group(), report.question()),
        key);
  }
}
