package studycoach.feature.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.markup.Span;
import studycoach.pack.Question;
import studycoach.study.Hold;
import studycoach.study.Learners;

/** The form of a report, and the report as organisers read it. */
final class ReportViews {
  static final String TEXT = "wrong";
  static final String QUESTION = "question";
  static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_ID = 40;
  private static final int SHOWN_OF_STEM = 140;

  private final Learners learners;

  ReportViews(Learners learners) {
    this.learners = learners;
  }

  /** For any question. */
  static Modal form() {
    return form(
        ActionId.of(ReportFeature.NAME, "send"),
        List.of(
            text(),
            new ModalField(
                QUESTION,
                "Which question? Its id; empty: your latest",
                "",
                false,
                false,
                LONGEST_ID)));
  }

  /**
   * For one question.
   *
   * @param question the id of the question of a drop
   */
  static Modal form(long question) {
    return form(ActionId.of(ReportFeature.NAME, "send", question), List.of(text()));
  }

  private static Modal form(ActionId id, List<ModalField> fields) {
    return new Modal(id, "Report a question", fields);
  }

  private static ModalField text() {
    return new ModalField(TEXT, "What is wrong?", "", true, true, LONGEST_TEXT);
  }

  /**
   * A report for an organiser.
   *
   * @param exam what the group studies for
   * @param revealed whether the group knows the answer, so that what was written can't give it away
   */
  Message message(
      Report report,
      String exam,
      Question question,
      boolean revealed,
      Optional<Hold> hold,
      PostKey key) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("A question of " + exam + " is reported")));
    blocks.add(
        new Block.Text(
            name(report.home())
                .text(" says that something is wrong with ")
                .code(report.question())
                .text(": “" + beginning(question) + "”")));
    blocks.add(
        new Block.Text(
            revealed
                ? Markup.of(report.text())
                : Markup.empty()
                    .italic(
                        "What they wrote may give the answer away, and it is not revealed yet.")));
    state(report, hold).map(Block.Text::new).ifPresent(blocks::add);
    blocks.add(new Block.Controls(controls(report, revealed, hold, key)));
    return new Message(blocks);
  }

  private Optional<Markup> state(Report report, Optional<Hold> hold) {
    return hold.map(
            held ->
                Markup.of("Held by ").and(name(held.home())).text(". Not drawn until released."))
        .or(
            () ->
                report.dismissedBy().map(by -> Markup.of("Dismissed by ").and(name(by)).text(".")));
  }

  private static List<Control> controls(
      Report report, boolean revealed, Optional<Hold> hold, PostKey key) {
    List<Control> controls = new ArrayList<>();
    if (!revealed) {
      controls.add(button("Show what they wrote", "show", report, key));
    }
    if (hold.isPresent()) {
      controls.add(button("Release", "release", report, key));
    } else {
      controls.add(button("Hold the question", "hold", report, key));
      if (report.dismissedBy().isEmpty()) {
        controls.add(button("Dismiss", "dismiss", report, key));
      }
    }
    return controls;
  }

  private static Control button(String label, String verb, Report report, PostKey key) {
    return new Control.Button(
        label, ActionId.of(ReportFeature.NAME, verb, report.id(), key.value()));
  }

  /** Whose name it is, as last seen. */
  Markup name(long home) {
    Span.Person person = learners.accountOf(home).span();
    return Markup.empty().and(person);
  }

  private static String beginning(Question question) {
    String stem = CommonMark.read(question.stem()).plain();
    return stem.codePointCount(0, stem.length()) <= SHOWN_OF_STEM
        ? stem
        : stem.substring(0, stem.offsetByCodePoints(0, SHOWN_OF_STEM)) + "…";
  }
}
