package studycoach.chat;

import java.util.List;
import studycoach.markup.Markup;

/** A part of a message. A kind enters only when the terminal can show it too. */
public sealed interface Block {

  <R> R accept(Visitor<R> visitor);

  record Title(Markup text) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.title(this);
    }
  }

  record Text(Markup text) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** Something beside the matter, such as until when a question is open: one line, drawn small. */
  record Note(Markup text) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.note(this);
    }
  }

  /** Short facts, each with its name. */
  record Fields(List<Field> fields) implements Block {
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fields(this);
    }
  }

  record Field(String name, Markup value) {}

  /**
   * A bar.
   *
   * @param part 0 to {@code whole}
   * @param whole 0 or more
   */
  record Progress(Markup label, long part, long whole) implements Block {
    public Progress {
      if (part < 0 || part > whole) {
        throw new IllegalArgumentException(part + " of " + whole);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.progress(this);
    }
  }

  /**
   * A picture where the platform can show one to its readers; elsewhere what stands for it.
   *
   * @param alt what the picture says, for those who can't see it: 1 to {@value #MOST_ALT}
   *     characters
   * @param instead the same in blocks, with nothing to press and no picture
   */
  record Image(Png png, String alt, List<Block> instead) implements Block {
    /** A little less than the stricter platform takes. */
    public static final int MOST_ALT = 1_000;

    public Image {
      instead = List.copyOf(instead);
      if (alt.isBlank() || alt.length() > MOST_ALT) {
        throw new IllegalArgumentException("an alt text of " + alt.length() + " characters");
      }
      if (instead.stream().anyMatch(block -> block instanceof Controls || block instanceof Image)) {
        throw new IllegalArgumentException("what stands for a picture has no controls or pictures");
      }
    }

    /** A text that may be too long, cut with "…" to what an alt text may have. */
    public static String fitting(String text) {
      if (text.length() <= MOST_ALT) {
        return text;
      }
      int end = MOST_ALT - 1;
      return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
              .strip()
          + "…";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.image(this);
    }
  }

  record Controls(List<Control> controls) implements Block {
    public Controls {
      controls = List.copyOf(controls);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.controls(this);
    }
  }

  record Divider() implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.divider(this);
    }
  }

  /** One method a kind, so that a new kind does not compile until every platform can draw it. */
  interface Visitor<R> {
    R title(Title block);

    R text(Text block);

    R note(Note block);

    R fields(Fields block);

    R progress(Progress block);

    R image(Image block);

    R controls(Controls block);

    R divider(Divider block);
  }
}
