package studycoach.platform.slack;

import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studycoach.markup.Markup;
import studycoach.markup.Span;

/**
 * {@link Markup} as Slack's rich text, in which nothing that a text holds is read as a sign: no
 * formatting, no mention. People are named and never called.
 */
final class RichText implements Span.Visitor<List<RichText.Piece>> {
  /** How many characters are kept together. */
  private static final int CHUNK = 1_000;

  private static final TextStyle BOLD = TextStyle.builder().bold(true).build();
  private static final TextStyle ITALIC = TextStyle.builder().italic(true).build();
  private static final TextStyle CODE = TextStyle.builder().code(true).build();
  private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{2,30}");
  private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,30}");

  private RichText() {}

  /**
   * A part of a text.
   *
   * @param element of a line, or of a block of code
   * @param length how many characters are seen
   * @param block whether it is a block of code, which stands alone
   */
  record Piece(RichTextElement element, int length, boolean block) {}

  static List<Piece> pieces(Markup markup) {
    RichText visitor = new RichText();
    return markup.spans().stream().flatMap(span -> span.accept(visitor).stream()).toList();
  }

  /** Pieces one after the other as the elements of a block. */
  static List<RichTextElement> elements(List<Piece> pieces) {
    List<RichTextElement> all = new ArrayList<>();
    List<RichTextElement> line = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.block()) {
        close(line, all);
        all.add(RichTextPreformattedElement.builder().elements(List.of(piece.element())).build());
      } else {
        line.add(piece.element());
      }
    }
    close(line, all);
    return all;
  }

  private static void close(List<RichTextElement> line, List<RichTextElement> all) {
    if (!line.isEmpty()) {
      all.add(RichTextSectionElement.builder().elements(List.copyOf(line)).build());
      line.clear();
    }
  }

  static Piece text(String text) {
    return text(text, null);
  }

  static Piece bold(String text) {
    return text(text, BOLD);
  }

  private static Piece text(String text, @Nullable TextStyle style) {
    return new Piece(
        RichTextSectionElement.Text.builder().text(text).style(style).build(),
        text.length(),
        false);
  }

  private static List<Piece> styled(String text, @Nullable TextStyle style) {
    String visible = SlackText.visible(text);
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < visible.length(); ) {
      int end = end(visible, at);
      pieces.add(text(visible.substring(at, end), style));
      at = end;
    }
    return pieces;
  }

  private static int end(String text, int start) {
    int end = Math.min(start + CHUNK, text.length());
    if (end == text.length()) {
      return end;
    }
    int blank = Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('\n', end - 1));
    if (blank > start) {
      return blank + 1;
    }
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  @Override
  public List<Piece> plain(Span.Plain span) {
    return styled(span.text(), null);
  }

  @Override
  public List<Piece> bold(Span.Bold span) {
    return styled(span.text(), BOLD);
  }

  @Override
  public List<Piece> italic(Span.Italic span) {
    return styled(span.text(), ITALIC);
  }

  @Override
  public List<Piece> code(Span.Code span) {
    if (!span.text().contains("\n")) {
      return styled(span.text(), CODE);
    }
    return styled(span.text(), null).stream()
        .map(piece -> new Piece(piece.element(), piece.length(), true))
        .toList();
  }

  @Override
  public List<Piece> link(Span.Link span) {
    String to = span.to().toASCIIString();
    String text = SlackText.cut(SlackText.visible(span.text()), CHUNK);
    return List.of(
        new Piece(
            RichTextSectionElement.Link.builder().url(to).text(text).build(),
            text.length(),
            false));
  }

  /** What the SDK's number is too small for, from 2038 on, is a text. */
  @Override
  public List<Piece> time(Span.Time span) {
    long second = span.at().getEpochSecond();
    if (second != (int) second) {
      return styled(span.text(), null);
    }
    return List.of(
        new Piece(
            RichTextSectionElement.Date.builder()
                .timestamp((int) second)
                .format(SlackText.date(span))
                .fallback(span.text())
                .build(),
            span.text().length(),
            false));
  }

  @Override
  public List<Piece> person(Span.Person span) {
    return styled(span.text(), null);
  }

  @Override
  public List<Piece> role(Span.Role span) {
    boolean here = isHere(span.platform()) && GROUP.matcher(span.id()).matches();
    return here
        ? List.of(
            new Piece(
                RichTextSectionElement.UserGroup.builder().usergroupId(span.id()).build(),
                span.text().length(),
                false))
        : styled(span.text(), null);
  }

  @Override
  public List<Piece> channel(Span.Channel span) {
    boolean here = isHere(span.platform()) && CHANNEL.matcher(span.id()).matches();
    return here
        ? List.of(
            new Piece(
                RichTextSectionElement.Channel.builder().channelId(span.id()).build(),
                span.text().length(),
                false))
        : styled(span.text(), null);
  }

  private static boolean isHere(String platform) {
    return platform.equals(SlackDecoder.PLATFORM);
  }
}
