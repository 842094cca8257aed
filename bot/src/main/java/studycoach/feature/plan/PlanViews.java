package studycoach.feature.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Goal;
import studycoach.study.Group;

/** A learner's goal as a message, and the form to change it. */
final class PlanViews {
  private static final int LONGEST_DAY = 10;
  private static final int LONGEST_NUMBER = 3;

  private PlanViews() {}

  /**
   * A goal with what it asks for today, or how to tell one.
   *
   * @param answered questions of the exam so far today
   * @param done what has just been done
   */
  static Message goal(
      Group group, Optional<Goal> goal, LocalDate today, int answered, Optional<String> done) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your goal · " + group.settings().exam())));
    done.map(Markup::of).map(Block.Text::new).ifPresent(blocks::add);
    blocks.add(goal.map(told -> fields(told, today, answered)).orElseGet(() -> none(today)));
    blocks.add(new Block.Controls(controls(group.id(), goal, today)));
    return new Message(blocks);
  }

  private static Block none(LocalDate today) {
    return new Block.Text(
        Markup.of(
            "You have told me no day of your exam. If you do, review asks what adds most to what"
                + " you will know on that day. E.g. plan goal date:"
                + GoalReader.example(today)
                + " days:5 minutes:20"));
  }

  private static Block fields(Goal goal, LocalDate today, int answered) {
    List<Block.Field> fields = new ArrayList<>();
    fields.add(field("exam", goal.day() + ", " + left(goal.daysLeft(today))));
    fields.add(field("days", goal.days() + " a week" + studyDays(goal.studyDaysLeft(today))));
    fields.add(
        field("minutes", goal.minutes() + " a day, about " + goal.questions() + " questions"));
    fields.add(field("today", answered + " of " + goal.questions() + " questions answered"));
    return new Block.Fields(fields);
  }

  private static Block.Field field(String name, String value) {
    return new Block.Field(name, Markup.of(value));
  }

  private static String left(long days) {
    if (days < 0) {
      return "which is past";
    }
    return days == 0 ? "today: good luck" : days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private static String studyDays(long left) {
    return left == 0 ? "" : ", so " + left + (left == 1 ? " day" : " days") + " of study left";
  }

  private static List<Control> controls(long group, Optional<Goal> goal, LocalDate today) {
    Control form =
        new Control.Button(
            goal.isPresent() ? "Change" : "Set a goal",
            goal.map(told -> form(group, told.day(), told.days(), told.minutes()))
                .orElseGet(() -> form(group, GoalReader.example(today), "", "")));
    return goal.isEmpty()
        ? List.of(form)
        : List.of(
            Buttons.review(group),
            form,
            new Control.Button("Remove", ActionId.of(PlanFeature.NAME, "remove", group)));
  }

  private static ActionId form(long group, LocalDate day, Object days, Object minutes) {
    return ActionId.of(PlanFeature.NAME, "form", group, day, days, minutes);
  }

  /** Asks for a goal; the action holds the group and what there is so far. */
  static Modal form(ActionId action) {
    return new Modal(
        action,
        "Your goal",
        List.of(
            new ModalField(
                GoalReader.DATE,
                "Day of the exam, year-month-day",
                action.key(1),
                true,
                false,
                LONGEST_DAY),
            number(GoalReader.DAYS, "Days of study a week, 1 to 7", action.key(2)),
            number(GoalReader.MINUTES, "Minutes of study a day, 5 to 240", action.key(3))));
  }

  private static ModalField number(String name, String label, String initial) {
    return new ModalField(name, label, initial, false, false, LONGEST_NUMBER);
  }
}
