package studycoach.testing;

import java.util.stream.Collectors;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;

/** The words of a message, as a person reads them. */
public final class Texts {
  private Texts() {}

  public static String of(Message message) {
    return message.blocks().stream()
        .map(block -> block.accept(new Reading()))
        .collect(Collectors.joining("\n"));
  }

  private static final class Reading implements Block.Visitor<String> {
    @Override
    public String title(Block.Title block) {
      return block.text().plain();
    }

    @Override
    public String text(Block.Text block) {
      return block.text().plain();
    }

    @Override
    public String note(Block.Note block) {
      return block.text().plain();
    }

    @Override
    public String fields(Block.Fields block) {
      return block.fields().stream()
          .map(field -> field.name() + ": " + field.value().plain())
          .collect(Collectors.joining("\n"));
    }

    @Override
    public String progress(Block.Progress block) {
      return block.label().plain() + " " + block.part() + " of " + block.whole();
    }

    @Override
    public String image(Block.Image block) {
      return block.instead().stream()
          .map(part -> part.accept(this))
          .collect(Collectors.joining("\n"));
    }

    @Override
    public String controls(Block.Controls block) {
      return block.controls().stream().map(Reading::label).collect(Collectors.joining(" "));
    }

    private static String label(Control control) {
      if (control instanceof Control.Button button) {
        return "[" + button.label() + "]";
      }
      return control instanceof Control.Select select
          ? "[" + select.prompt() + "]"
          : control.toString();
    }

    @Override
    public String divider(Block.Divider block) {
      return "---";
    }
  }
}
