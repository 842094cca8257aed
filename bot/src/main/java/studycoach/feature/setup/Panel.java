package studycoach.feature.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.markup.Markup;
import studycoach.pack.Exam;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.board.Season;

/**
 * The settings of a group with something to press for each. Four selects and a row of buttons are
 * as much as every platform takes.
 */
final class Panel {
  private static final int MOST_CHOICES = 25;
  private static final int WEEK = 7;
  private static final int LONGEST = 60;
  private static final List<Optional<Duration>> REVEALS =
      List.of(
          Optional.empty(),
          Optional.of(Duration.ofMinutes(30)),
          Optional.of(Duration.ofHours(1)),
          Optional.of(Duration.ofHours(4)),
          Optional.of(Duration.ofHours(8)),
          Optional.of(Duration.ofHours(24)));

  private final GroupViews views;
  private final SettingsReader reader;

  Panel(GroupViews views, SettingsReader reader) {
    this.views = views;
    this.reader = reader;
  }

  /** For a channel without a group. */
  Message start() {
    List<Exam> exams = reader.exams().stream().limit(MOST_CHOICES).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Start a study group")));
    blocks.add(
        new Block.Text(
            Markup.of(
                "I post an exam question here every day at the same time, mark each answer for"
                    + " whoever gave it alone, and show to all later what was right and why."
                    + " Choose the exam to start; all else can be changed after.")));
    blocks.add(
        new Block.Text(
            Markup.of("A group of another channel or platform can come here too: ")
                .code("group invite")
                .text(" there gives a code for ")
                .code("group join")
                .text(" here.")));
    if (exams.isEmpty()) {
      blocks.add(new Block.Text(Markup.of("But there are no questions yet: add a pack first.")));
      return new Message(blocks);
    }
    blocks.add(new Block.Fields(exams.stream().map(Panel::describe).toList()));
    blocks.add(
        controls(
            select("Start with …", ActionId.of("setup", "start"), reader.codes().stream(), 1)));
    return new Message(blocks);
  }

  private static Block.Field describe(Exam exam) {
    String note = GroupViews.statusNote(exam).map(known -> ". " + known).orElse("");
    return new Block.Field(exam.code(), Markup.of(exam.name() + note));
  }

  /** The panel, below what has been done. */
  Message show(Group group, Optional<String> done) {
    GroupSettings now = group.settings();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            Markup.of("Choose to change something at once. Organisers are added, or taken off,")
                .text(" with ")
                .code("setup organisers:@name")
                .text(", a role that drops mention with ")
                .code("setup mention:@role")
                .text(".")));
    if (!reader.codes().equals(List.of(now.exam())) && !reader.codes().isEmpty()) {
      blocks.add(choice(group, "exam", now.exam(), reader.codes().stream()));
    }
    blocks.add(
        controls(
            select(
                "Days: " + Weekdays.show(now.timetable().days()),
                set(group, "days"),
                Weekdays.words().stream(),
                WEEK)));
    blocks.add(
        choice(
            group,
            "questions",
            String.valueOf(now.questions()),
            IntStream.rangeClosed(1, GroupSettings.MOST_QUESTIONS).mapToObj(String::valueOf)));
    blocks.add(choice(group, "reveal", Wishes.show(now.revealAfter()), reveals(now)));
    blocks.add(new Block.Controls(buttons(group)));
    return views.show(group, done).and(blocks.toArray(Block[]::new));
  }

  private static Stream<String> reveals(GroupSettings now) {
    return Stream.concat(REVEALS.stream(), Stream.of(now.revealAfter()))
        .distinct()
        .map(Wishes::show);
  }

  private static List<Control> buttons(Group group) {
    GroupSettings now = group.settings();
    String other = now.sealed() ? "instant" : "sealed";
    String zone = now.timetable().zone().getId();
    String time = Wishes.show(now.timetable().time());
    String board = now.board().map(Wishes::show).orElse("off");
    String week = Weekdays.show(now.week());
    return List.of(
        button("Make feedback " + other, "set", group.id(), "feedback", other),
        button("Time and zone", "form", group.id(), "time", time, zone),
        button("Board and week", "form", group.id(), "board", board, week),
        button(
            now.threads() ? "No threads" : "Open threads",
            "set",
            group.id(),
            "thread",
            !now.threads()),
        button("New season", "ask", group.id()));
  }

  private static Control button(String label, String verb, Object... keys) {
    return new Control.Button(label, ActionId.of("setup", verb, keys));
  }

  private static ActionId set(Group group, String option) {
    return ActionId.of("setup", "set", group.id(), option);
  }

  private static Block choice(Group group, String option, String now, Stream<String> choices) {
    String name = option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
    return controls(select(name + ": " + now, set(group, option), choices, 1));
  }

  private static Control select(String prompt, ActionId id, Stream<String> choices, int most) {
    List<Control.SelectOption> options =
        choices.limit(MOST_CHOICES).map(word -> new Control.SelectOption(word, word)).toList();
    return new Control.Select(prompt, id, options, 1, most);
  }

  private static Block controls(Control control) {
    return new Block.Controls(List.of(control));
  }

  /**
   * Asks whether a season is to end.
   *
   * @param planned whether another is planned for later
   */
  Message askForSeason(Group group, Season season, boolean planned) {
    return Message.of(
        new Block.Title(Markup.of("A new season?")),
        new Block.Text(
            Markup.of(
                "Season "
                    + season.number()
                    + " ends now, and the board of the next begins empty. Older boards stay as they"
                    + " are."
                    + (planned ? " What is planned for later is given up." : ""))),
        new Block.Controls(
            List.of(
                button("Start a new season", "season", group.id(), season.number()),
                button("Leave it", "panel", group.id()))));
  }

  /** Asks for two settings, which the action holds as they are now. */
  static Modal form(ActionId action) {
    return action.key(1).equals("time")
        ? new Modal(
            action,
            "Time and zone",
            List.of(
                line("time", "Time of the drop, e.g. 09:00", action.key(2)),
                line("zone", "Its time zone, e.g. Europe/Berlin", action.key(3))))
        : new Modal(
            action,
            "Board and week",
            List.of(
                line("board", "Weekly board, e.g. fri 17:30, or off", action.key(2)),
                line("week", "First day of the week, e.g. mon", action.key(3))));
  }

  private static ModalField line(String option, String label, String now) {
    return new ModalField(option, label, now, true, false, LONGEST);
  }
}
