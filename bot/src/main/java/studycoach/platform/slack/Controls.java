package studycoach.platform.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import studycoach.chat.Control;

/**
 * Draws controls. Several choices are made with checkboxes and sent with a button, whose value is
 * {@link Several}, for Slack tells of each tick at once.
 */
final class Controls {
  /** Begins the ids of elements that mean nothing by themselves. */
  static final String MUTE = "~";

  private static final int IN_A_ROW = 25;
  private static final int LABEL = 75;
  private static final int PROMPT = 150;
  private static final int CHOICES = 100;
  private static final int BOXES = 10;

  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final int first;
  private List<BlockElement> row = new ArrayList<>();

  private Controls(int first) {
    this.first = first;
  }

  /**
   * The blocks of some controls.
   *
   * @param first a number that no other controls of the message have
   */
  static List<LayoutBlock> draw(List<Control> all, int first) {
    Controls controls = new Controls(first);
    all.forEach(controls::add);
    controls.closeRow();
    return controls.blocks;
  }

  private void add(Control control) {
    if (control instanceof Control.Button button) {
      addToRow(
          ButtonElement.builder()
              .text(SlackText.line(button.label(), LABEL))
              .actionId(button.id().encode())
              .build());
    } else if (control instanceof Control.LinkButton link) {
      addToRow(
          ButtonElement.builder()
              .text(SlackText.line(link.label(), LABEL))
              .url(link.to().toASCIIString())
              .actionId(MUTE + "link" + number())
              .build());
    } else {
      add((Control.Select) control);
    }
  }

  private int number() {
    return first + blocks.size() * IN_A_ROW + row.size();
  }

  private void addToRow(BlockElement element) {
    if (row.size() == IN_A_ROW) {
      closeRow();
    }
    row.add(element);
  }

  private void closeRow() {
    if (!row.isEmpty()) {
      blocks.add(ActionsBlock.builder().elements(row).build());
      row = new ArrayList<>();
    }
  }

  private void add(Control.Select select) {
    List<OptionObject> options =
        select.choices().stream().limit(CHOICES).map(Controls::option).toList();
    if (select.max() == 1) {
      addToRow(
          StaticSelectElement.builder()
              .actionId(select.id().encode())
              .placeholder(SlackText.line(select.prompt(), PROMPT))
              .options(options)
              .build());
      return;
    }
    closeRow();
    String block = MUTE + number();
    BlockElement submit = submit(select, block, options.size());
    if (options.size() <= BOXES) {
      PlainTextObject prompt = SlackText.line(select.prompt(), PROMPT);
      blocks.add(ContextBlock.builder().elements(List.of(prompt)).build());
      blocks.add(actions(block, boxes(block, options), submit));
    } else {
      blocks.add(menu(select, block, options)); // Slack takes it in no other block
      blocks.add(actions(block + "s", submit));
    }
  }

  private static LayoutBlock actions(String id, BlockElement... elements) {
    return ActionsBlock.builder().blockId(id).elements(List.of(elements)).build();
  }

  private static BlockElement boxes(String id, List<OptionObject> options) {
    return CheckboxesElement.builder().actionId(id).options(options).build();
  }

  private static LayoutBlock menu(Control.Select select, String block, List<OptionObject> options) {
    PlainTextObject prompt = SlackText.line(select.prompt(), PROMPT);
    return SectionBlock.builder()
        .blockId(block)
        .text(prompt)
        .accessory(
            MultiStaticSelectElement.builder()
                .actionId(block)
                .placeholder(prompt)
                .options(options)
                .maxSelectedItems(Math.min(select.max(), options.size()))
                .build())
        .build();
  }

  private static ButtonElement submit(Control.Select select, String block, int options) {
    Several several =
        new Several(block, Math.min(select.min(), options), Math.min(select.max(), options));
    return ButtonElement.builder()
        .text(SlackText.line("Submit", LABEL))
        .actionId(select.id().encode())
        .value(several.encode())
        .build();
  }

  private static OptionObject option(Control.SelectOption choice) {
    return OptionObject.builder()
        .text(SlackText.line(choice.label(), LABEL))
        .value(choice.value())
        .build();
  }
}
