package studycoach.feature.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Holds;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;

/** {@code report}: says that a question is wrong, to the organisers of the group. */
public final class ReportFeature implements Feature {
  static final String NAME = "report";

  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Subjects subjects;
  private final ReportDesk desk;
  private final Handling handling;

  public ReportFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Holds holds,
      Supplier<Bank> bank,
      Outbox outbox,
      Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    AskedDao asked = new AskedDao(jdbi);
    ReportDao reports = new ReportDao(jdbi);
    QuestionVersions versions = new QuestionVersions(jdbi);
    ReportViews views = new ReportViews(learners);
    this.subjects = new Subjects(asked, drops, versions, bank);
    this.desk = new ReportDesk(jdbi, reports, groups, learners, outbox, clock);
    this.handling = new Handling(reports, desk, groups, learners, holds, views);
    outbox.add(new ReportPosts(reports, asked, groups, holds, versions, views));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "report",
            "Tell the organisers that a question is wrong",
            Response.MODAL,
            Permission.EVERYONE,
            List.of(),
            call -> new Reply.Open(ReportViews.form())));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick(
            "open",
            Response.MODAL,
            click -> new Reply.Open(ReportViews.form(click.action().number(0)))),
        new OnClick("show", Response.PRIVATE, handling::show),
        new OnClick("hold", Response.PRIVATE, handling::hold),
        new OnClick("release", Response.PRIVATE, handling::release),
        new OnClick("dismiss", Response.PRIVATE, handling::dismiss));
  }

  @Override
  public List<OnModal> modals() {
    return List.of(new OnModal("send", Response.PRIVATE, this::send));
  }

  private Reply.Answer send(Incoming.ModalSubmit submit) {
    String text = text(submit);
    Learner learner = learners.of(submit.origin());
    Optional<DropQuestion> shown = shown(submit);
    Group group =
        shown
            .map(DropQuestion::group)
            .map(groups::find)
            .orElseGet(() -> groups.of(submit.origin()));
    Subjects.Subject subject =
        shown.map(Subjects.Subject::of).orElseGet(() -> meant(group, learner.id(), submit));
    Report report =
        new Report(
            0,
            group.id(),
            learner.home(),
            subject.question(),
            subject.version(),
            text,
            Optional.empty());
    boolean told = !groups.organisers().of(group.id()).isEmpty();
    boolean first = desk.take(report, submit.origin().user());
    return Reply.say(
        Markup.of("Thanks. ")
            .text(first ? "" : "This takes the place of what you wrote before. ")
            .text(
                told
                    ? "The organisers have been told about "
                    : "No organiser is there to be told, but it is kept: ")
            .code(subject.question())
            .text("."));
  }

  private static String text(Incoming.ModalSubmit submit) {
    String text = submit.values().getOrDefault(ReportViews.TEXT, "").strip();
    if (text.isEmpty()) {
      throw new UserError("Please write what is wrong. Nothing was reported.");
    }
    if (text.codePointCount(0, text.length()) > ReportViews.LONGEST_TEXT) {
      throw new UserError(
          "At most " + ReportViews.LONGEST_TEXT + " characters, please. Nothing was reported.");
    }
    return text;
  }

  /** The question under which the form was opened, if it was one. */
  private Optional<DropQuestion> shown(Incoming.ModalSubmit submit) {
    if (submit.action().keys().isEmpty()) {
      return Optional.empty();
    }
    Optional<DropQuestion> question = drops.question(submit.action().number(0));
    if (question.isEmpty()) {
      throw new UserError("I no longer know that question.");
    }
    return question;
  }

  private Subjects.Subject meant(Group group, long learner, Incoming.ModalSubmit submit) {
    String typed = submit.values().getOrDefault(ReportViews.QUESTION, "").strip();
    return typed.isEmpty() ? subjects.latest(group, learner) : subjects.named(group, typed);
  }
}
