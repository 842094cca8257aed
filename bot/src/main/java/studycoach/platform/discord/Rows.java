package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import studycoach.chat.Control;
import studycoach.chat.PostKey;

/** Controls in rows: five buttons, or one select. */
final class Rows {
  private static final int BUTTONS = 5;
  private static final int CHOICES = 25;
  private static final int BUTTON_LABEL = 80;
  private static final int CHOICE_LABEL = 100;
  private static final int PROMPT = 150;

  private final List<List<Control>> rows = new ArrayList<>();

  /** Adds the controls of a block, which begin a row. */
  void add(List<Control> controls) {
    boolean open = false;
    for (Control control : controls) {
      boolean button = !(control instanceof Control.Select);
      if (!(open && button && rows.get(rows.size() - 1).size() < BUTTONS)) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(control);
      open = button;
    }
  }

  /** All rows, so many in a message; one empty message if there are none. */
  List<List<ActionRow>> inMessagesOf(int most) {
    int messages = Math.max(1, (rows.size() + most - 1) / most);
    return IntStream.range(0, messages)
        .mapToObj(i -> draw(rows.stream().skip((long) i * most).limit(most).toList()))
        .toList();
  }

  /** At most so many rows; the first ones, but above all those by which a post is found again. */
  List<ActionRow> most(int most) {
    List<Integer> kept =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparing(i -> rows.get(i).stream().noneMatch(Rows::carriesKey)))
            .limit(most)
            .sorted()
            .toList();
    return draw(kept.stream().map(rows::get).toList());
  }

  private static boolean carriesKey(Control control) {
    return control.action().stream()
        .flatMap(action -> action.keys().stream())
        .anyMatch(PostKey::isOne);
  }

  private static List<ActionRow> draw(List<List<Control>> rows) {
    return rows.stream().map(row -> ActionRow.of(row.stream().map(Rows::draw).toList())).toList();
  }

  private static ActionRowChildComponent draw(Control control) {
    if (control instanceof Control.LinkButton link) {
      return Button.link(
          link.to().toASCIIString(), DiscordMarkup.label(link.label(), BUTTON_LABEL));
    }
    if (control instanceof Control.Button button) {
      return Button.secondary(
          button.id().encode(), DiscordMarkup.label(button.label(), BUTTON_LABEL));
    }
    return draw((Control.Select) control);
  }

  private static StringSelectMenu draw(Control.Select select) {
    List<SelectOption> choices =
        select.choices().stream()
            .limit(CHOICES)
            .map(c -> SelectOption.of(DiscordMarkup.label(c.label(), CHOICE_LABEL), c.value()))
            .toList();
    return StringSelectMenu.create(select.id().encode())
        .setPlaceholder(DiscordMarkup.label(select.prompt(), PROMPT))
        .addOptions(choices)
        .setRequiredRange(
            Math.min(select.min(), choices.size()), Math.min(select.max(), choices.size()))
        .build();
  }
}
