package studycoach.platform.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;

/** Draws a {@link Message} as lines. Pure: no screen, so tests compare what it gives. */
final class TerminalRenderer {
  private static final int BAR = 20;

  private TerminalRenderer() {}

  static List<Line> draw(Message message) {
    Into into = new Into();
    message.blocks().forEach(block -> block.accept(into));
    return List.copyOf(into.lines);
  }

  /** The labels of a select, as they may be typed. */
  static String labels(Control.Select select) {
    boolean words = select.choices().stream().anyMatch(choice -> choice.label().contains(" "));
    return select.choices().stream()
        .map(choice -> Visible.line(choice.label()))
        .map(label -> words ? "[" + label + "]" : label)
        .collect(Collectors.joining(" "));
  }

  /** How many must be chosen, e.g. {@code 1 to 3}. */
  static String count(Control.Select select) {
    return select.min() == select.max()
        ? String.valueOf(select.min())
        : select.min() + " to " + select.max();
  }

  private static final class Into implements Block.Visitor<Into> {
    private final List<Line> lines = new ArrayList<>();
    private boolean afterText;

    private Into add(List<Line> more) {
      lines.addAll(more);
      afterText = false;
      return this;
    }

    @Override
    public Into title(Block.Title block) {
      String title = "== " + Visible.line(block.text().plain()) + " ==";
      return add(List.of(new Line(new AttributedString(title, AttributedStyle.BOLD), 0)));
    }

    @Override
    public Into text(Block.Text block) {
      if (afterText) {
        lines.add(Line.of(""));
      }
      add(Words.lines(block.text()));
      afterText = true;
      return this;
    }

    @Override
    public Into note(Block.Note block) {
      return text(new Block.Text(block.text()));
    }

    @Override
    public Into fields(Block.Fields block) {
      int widest =
          block.fields().stream().mapToInt(field -> columns(nameOf(field))).max().orElse(0);
      block.fields().forEach(field -> add(field(field, widest)));
      return this;
    }

    private static List<Line> field(Block.Field field, int widest) {
      String name = nameOf(field) + " ".repeat(widest - columns(nameOf(field)) + 2);
      List<Line> drawn = new ArrayList<>();
      for (Line value : Words.lines(field.value())) {
        String prefix = drawn.isEmpty() ? name : " ".repeat(widest + 2);
        drawn.add(value.after(prefix, widest + 2));
      }
      return drawn;
    }

    private static String nameOf(Block.Field field) {
      return Visible.line(field.name());
    }

    private static int columns(String text) {
      return new AttributedString(text).columnLength();
    }

    @Override
    public Into progress(Block.Progress block) {
      int full = block.whole() == 0 ? 0 : (int) ((double) block.part() * BAR / block.whole());
      String bar = "#".repeat(full) + "-".repeat(BAR - full);
      String label = Visible.line(Words.draw(block.label()).toString());
      String text = label + "  [" + bar + "] " + block.part() + " of " + block.whole();
      return add(List.of(Line.of(text.strip())));
    }

    @Override
    public Into image(Block.Image block) {
      block.instead().forEach(part -> part.accept(this));
      return this;
    }

    @Override
    public Into controls(Block.Controls block) {
      List<String> buttons = new ArrayList<>();
      for (Control control : block.controls()) {
        if (control instanceof Control.Button button) {
          buttons.add("[" + Visible.line(button.label()) + "]");
        } else {
          flush(buttons);
          other(control);
        }
      }
      flush(buttons);
      return this;
    }

    private void flush(List<String> buttons) {
      if (!buttons.isEmpty()) {
        AttributedStyle style = AttributedStyle.BOLD;
        add(List.of(new Line(new AttributedString(String.join(" ", buttons), style), 0)));
        buttons.clear();
      }
    }

    private void other(Control control) {
      if (control instanceof Control.LinkButton link) {
        add(List.of(Line.of(Visible.line(link.label() + " <" + link.to() + ">"))));
      } else if (control instanceof Control.Select select) {
        AttributedStringBuilder choices = new AttributedStringBuilder();
        choices.append("choose " + count(select) + ": ");
        choices.styled(AttributedStyle.BOLD, labels(select));
        if (!select.prompt().equalsIgnoreCase("choose " + count(select))) {
          add(List.of(Line.of(Visible.line(select.prompt()))));
        }
        add(List.of(new Line(choices.toAttributedString(), 2)));
      }
    }

    @Override
    public Into divider(Block.Divider block) {
      String rule = "-".repeat(BAR);
      return add(List.of(new Line(new AttributedString(rule, AttributedStyle.DEFAULT.faint()), 0)));
    }
  }
}
