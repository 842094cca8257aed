package studycoach.platform.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Markup;

/** Draws a {@link Message} in blocks. */
final class SlackRenderer implements Block.Visitor<SlackRenderer> {
  private static final int IN_A_MESSAGE = 50;
  private static final int IN_A_VIEW = 100;
  private static final int MOST_MESSAGES = 4;
  private static final int HEADER = 150;
  private static final int BAR = 20;
  private static final int FALLBACK = 3_000;
  private static final int LONGEST_FALLBACK = 4_000;
  private static final int LONGEST_ESCAPE = "&amp;".length();
  private static final String MORE = "…";
  private static final String NOTHING = "\u200b";
  private static final int CONTROLS = 1_000;

  /** To how many characters long texts are cut, bit by bit, until a post fits. */
  private static final int[] CUTS = {3_000, 1_500, 750, 375};

  private final int most;
  private final int longest;
  private final List<Page> pages = new ArrayList<>();
  private final List<LayoutBlock> controls = new ArrayList<>();
  private boolean turned;
  private int drawnControls;

  /**
   * @param most how many blocks there may be
   * @param longest how many characters a text may have; what is beyond is left out
   */
  private SlackRenderer(int most, int longest) {
    this.most = most;
    this.longest = longest;
    pages.add(new Page(most));
  }

  /**
   * A message as Slack takes it.
   *
   * @param text for notifications and for those who can't see blocks
   */
  record Drawn(String text, List<LayoutBlock> blocks) {
    /** The blocks as JSON. */
    String json() {
      return Json.of(blocks).toString();
    }
  }

  /** The message in as many as it takes, one below the other. */
  static List<Drawn> answer(Message message) {
    SlackRenderer drawn = new SlackRenderer(IN_A_MESSAGE, Integer.MAX_VALUE).drawn(message);
    List<Drawn> all = new ArrayList<>();
    for (Page page : drawn.pages) {
      all.add(new Drawn(all.isEmpty() ? fallback(message) : MORE, page.blocks()));
    }
    return all.subList(0, Math.min(all.size(), MOST_MESSAGES));
  }

  /**
   * One message. If it is too long, its longest texts are cut with "…" first, so that short ones,
   * such as a question's options below its stem, stay whole.
   */
  static Drawn post(Message message) {
    return new Drawn(fallback(message), inOne(message, IN_A_MESSAGE));
  }

  /** The blocks of a view that holds the message, cut likewise. */
  static List<LayoutBlock> view(Message message) {
    return inOne(message, IN_A_VIEW);
  }

  private static List<LayoutBlock> inOne(Message message, int most) {
    SlackRenderer drawn = new SlackRenderer(most, Integer.MAX_VALUE).drawn(message);
    for (int i = 0; drawn.turned && i < CUTS.length; i++) {
      drawn = new SlackRenderer(most, CUTS[i]).drawn(message);
    }
    return drawn.turned ? drawn.keepingControls(message) : drawn.pages.get(0).blocks();
  }

  /** The beginning, and below it all controls, by which a post is answered and found again. */
  private List<LayoutBlock> keepingControls(Message message) {
    SlackRenderer below = new SlackRenderer(most, longest);
    message.blocks().stream()
        .filter(Block.Controls.class::isInstance)
        .forEach(block -> block.accept(below));
    List<LayoutBlock> kept = below.pages.get(0).blocks();
    Stream<LayoutBlock> texts =
        pages.get(0).blocks().stream().filter(block -> !controls.contains(block));
    return Stream.concat(texts.limit((long) most - kept.size()), kept.stream()).toList();
  }

  /** The words alone. */
  private static String fallback(Message message) {
    String words =
        message.inWords().blocks().stream()
            .flatMap(SlackRenderer::words)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    String escaped = SlackText.escaped(SlackText.cut(words, FALLBACK));
    if (escaped.length() > LONGEST_FALLBACK) {
      return SlackText.escaped(SlackText.cut(words, LONGEST_FALLBACK / LONGEST_ESCAPE));
    }
    return escaped.isBlank() ? NOTHING : escaped;
  }

  private static Stream<String> words(Block block) {
    if (block instanceof Block.Title title) {
      return Stream.of(title.text().plain());
    }
    if (block instanceof Block.Text text) {
      return Stream.of(text.text().plain());
    }
    if (block instanceof Block.Note note) {
      return Stream.of(note.text().plain());
    }
    if (block instanceof Block.Fields fields) {
      return fields.fields().stream().map(field -> field.name() + ": " + field.value().plain());
    }
    return block instanceof Block.Progress bar
        ? Stream.of(bar.label().plain() + " " + counted(bar))
        : Stream.empty();
  }

  private SlackRenderer drawn(Message message) {
    message.blocks().forEach(block -> block.accept(this));
    if (pages.get(0).isEmpty()) {
      pieces(List.of(RichText.text(NOTHING)));
    }
    return this;
  }

  private Page page() {
    return pages.get(pages.size() - 1);
  }

  private Page turned() {
    turned = true;
    pages.add(new Page(most));
    return page();
  }

  private SlackRenderer block(LayoutBlock block, int length) {
    if (!page().add(block, length)) {
      turned().add(block, length);
    }
    return this;
  }

  private SlackRenderer pieces(List<RichText.Piece> pieces) {
    List<RichText.Piece> rest = page().add(pieces);
    while (!rest.isEmpty()) {
      rest = turned().add(rest);
    }
    return this;
  }

  @Override
  public SlackRenderer title(Block.Title block) {
    String plain = block.text().plain().strip();
    if (plain.isEmpty()) {
      return this;
    }
    var text = SlackText.line(plain, HEADER);
    return block(HeaderBlock.builder().text(text).build(), text.getText().length());
  }

  @Override
  public SlackRenderer text(Block.Text block) {
    return pieces(beginning(RichText.pieces(block.text())));
  }

  /** As many pieces as there may be, but one at least. */
  private List<RichText.Piece> beginning(List<RichText.Piece> pieces) {
    List<RichText.Piece> kept = new ArrayList<>();
    int characters = 0;
    for (RichText.Piece piece : pieces) {
      characters += piece.length();
      if (!kept.isEmpty() && characters > longest) {
        kept.add(RichText.text(MORE));
        return kept;
      }
      kept.add(piece);
    }
    return kept;
  }

  @Override
  public SlackRenderer note(Block.Note block) {
    var text = SmallPrint.of(block.text());
    return block(
        ContextBlock.builder().elements(List.of(text)).build(), block.text().plain().length());
  }

  @Override
  public SlackRenderer fields(Block.Fields block) {
    List<RichText.Piece> pieces = new ArrayList<>();
    for (Block.Field field : block.fields()) {
      pieces.addAll(RichText.pieces(Markup.empty().bold(field.name()).text(": ")));
      pieces.addAll(beginning(RichText.pieces(field.value())));
      pieces.add(RichText.text("\n"));
    }
    return pieces(pieces.subList(0, Math.max(0, pieces.size() - 1)));
  }

  @Override
  public SlackRenderer progress(Block.Progress block) {
    int full = block.whole() == 0 ? 0 : (int) ((double) block.part() * BAR / block.whole());
    String bar = "█".repeat(full) + "░".repeat(BAR - full) + " " + counted(block);
    List<RichText.Piece> pieces = new ArrayList<>(RichText.pieces(block.label()));
    pieces.add(RichText.text((pieces.isEmpty() ? "" : "\n") + bar));
    return pieces(pieces);
  }

  private static String counted(Block.Progress bar) {
    return bar.part() + " of " + bar.whole();
  }

  @Override
  public SlackRenderer image(Block.Image block) {
    block.instead().forEach(part -> part.accept(this));
    return this;
  }

  @Override
  public SlackRenderer controls(Block.Controls block) {
    for (LayoutBlock row : Controls.draw(block.controls(), drawnControls++ * CONTROLS)) {
      controls.add(row);
      block(row, 0);
    }
    return this;
  }

  @Override
  public SlackRenderer divider(Block.Divider block) {
    return block(DividerBlock.builder().build(), 0);
  }
}
