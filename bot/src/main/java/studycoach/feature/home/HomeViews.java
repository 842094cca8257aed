package studycoach.feature.home;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Group;
import studycoach.study.OpenQuestion;
import studycoach.study.Streak;

/** Pages as messages. */
final class HomeViews {
  static final int MOST_GROUPS = 5;

  private HomeViews() {}

  /** A page about one group. */
  static Message one(Page page) {
    List<Block.Field> fields = new ArrayList<>(shortly(page));
    fields.add(field("board", Markup.of(page.place().words())));
    page.next().ifPresent(next -> fields.add(field("next", next.said())));
    List<Control> buttons = new ArrayList<>(buttons(page));
    buttons.add(Buttons.settings());
    return Message.of(
        new Block.Title(Markup.of(page.exam())),
        new Block.Fields(fields),
        new Block.Controls(buttons));
  }

  /**
   * A page about several groups, shortly.
   *
   * @param more groups that are left out
   */
  static Message several(List<Page> pages, int more) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your groups")));
    for (int i = 0; i < pages.size(); i++) {
      String number = (i + 1) + " · ";
      blocks.add(new Block.Text(Markup.empty().bold(number + pages.get(i).exam())));
      blocks.add(new Block.Fields(shortly(pages.get(i))));
      blocks.add(
          new Block.Controls(
              buttons(pages.get(i)).stream()
                  .<Control>map(button -> new Control.Button(number + button.label(), button.id()))
                  .toList()));
    }
    if (more > 0) {
      blocks.add(new Block.Text(Markup.of("And " + more + " more.")));
    }
    blocks.add(new Block.Controls(List.of(Buttons.settings())));
    return new Message(blocks);
  }

  private static List<Block.Field> shortly(Page page) {
    return List.of(field("today", today(page)), field("streak", streak(page)));
  }

  private static Block.Field field(String name, Markup value) {
    return new Block.Field(name, value);
  }

  private static Markup today(Page page) {
    List<OpenQuestion> unanswered = page.unanswered();
    ZoneId zone = page.group().zone();
    if (unanswered.isEmpty()) {
      return nextDrop(page.group(), page.open().isEmpty() ? "nothing open" : "answered");
    }
    int count = unanswered.size();
    return Markup.of(count == 1 ? "open until " : count + " questions open, the first until ")
        .time(unanswered.get(0).drop().closesAt(), zone);
  }

  private static Markup nextDrop(Group group, String lead) {
    return group
        .nextDrop()
        .map(at -> Markup.of(lead + " · the next drop comes ").time(at, group.zone()))
        .orElseGet(() -> Markup.of(lead + " · the group is paused"));
  }

  private static Markup streak(Page page) {
    Streak streak = page.streak();
    Markup words = Markup.of(streak.words());
    if (streak.current() == 0 || page.answerBy().isEmpty()) {
      return words;
    }
    return words
        .text(" · answer by ")
        .time(page.answerBy().get(), page.group().zone())
        .text(streak.freezes() == 0 ? " to keep it" : ", or a freeze is used");
  }

  private static List<Control.Button> buttons(Page page) {
    List<Control.Button> buttons = new ArrayList<>();
    if (!page.unanswered().isEmpty()) {
      buttons.add(Buttons.today(page.group().id()));
    }
    if (page.next().isPresent()) {
      buttons.add(Buttons.progress(page.group().id()));
    }
    buttons.add(Buttons.leaderboard(page.group().id()));
    return buttons;
  }
}
