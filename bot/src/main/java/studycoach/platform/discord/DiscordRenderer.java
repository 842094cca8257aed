package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.markup.Span;

/**
 * Draws a {@link Message} as embeds with rows of controls below. Roles that its texts name stand
 * above the embeds, for within them a mention pings nobody; above them it does so only in an {@link
 * #announcement}. No person is ever pinged.
 */
final class DiscordRenderer implements Block.Visitor<DiscordRenderer> {
  private static final int MOST_ROWS = 5;
  private static final int MOST_FILES = 10;
  private static final int TITLE = 256;
  private static final int BAR = 20;
  private static final String NOTHING = "\u200b";
  private static final String PARAGRAPH = "\n\n";
  private static final String MORE = "…";
  private static final String SMALL = "-# ";

  /** To how many characters long texts are cut, bit by bit, until a post fits. */
  private static final int[] CUTS = {3_000, 1_500, 750, 375};

  private final int longest;
  private final boolean pictures;
  private final List<FileUpload> files = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>(List.of(new Page()));
  private final Rows rows = new Rows();
  private final Set<Span.Role> roles = new LinkedHashSet<>();
  private boolean afterBar;

  /**
   * @param longest how many characters a text may have; what is beyond is left out
   * @param pictures whether there may be some: where the bot may not attach files, words stand
   *     alone
   */
  private DiscordRenderer(int longest, boolean pictures) {
    this.longest = longest;
    this.pictures = pictures;
  }

  /**
   * The message in as many as it takes, one below the other; pictures go with the first, controls
   * with the last.
   */
  static List<MessageCreateData> answer(Message message) {
    DiscordRenderer drawn = new DiscordRenderer(Integer.MAX_VALUE, true).drawn(message);
    List<List<ActionRow>> rows = drawn.rows.inMessagesOf(MOST_ROWS);
    List<MessageCreateBuilder> messages = new ArrayList<>();
    for (int i = 0; i < drawn.pages.size(); i++) {
      boolean last = i == drawn.pages.size() - 1;
      messages.add(data(drawn.pages.get(i), last ? rows.get(0) : List.of()));
    }
    rows.stream().skip(1).forEach(more -> messages.add(data(new Page(), more)));
    messages.get(0).setContent(drawn.mentions()).setFiles(drawn.files);
    return messages.stream().map(MessageCreateBuilder::build).toList();
  }

  /**
   * One message. If it is too long, its longest texts are cut with "…" first, so that short ones,
   * such as a question's options below its stem, stay whole; then its end. Controls with a post's
   * key stay.
   */
  static MessageCreateData post(Message message) {
    return inOne(message, false).post().build();
  }

  /**
   * As {@link #post}, and whoever has a role that a text of it names is pinged.
   *
   * @param pictures whether there may be some
   */
  static MessageCreateData announcement(Message message, boolean pictures) {
    DiscordRenderer drawn = inOne(message, pictures);
    return drawn
        .post()
        .setFiles(drawn.files)
        .mentionRoles(drawn.roles.stream().map(Span.Role::id).toList())
        .build();
  }

  /** With texts as long as one message takes. */
  private static DiscordRenderer inOne(Message message, boolean pictures) {
    DiscordRenderer drawn = new DiscordRenderer(Integer.MAX_VALUE, pictures).drawn(message);
    for (int i = 0; drawn.pages.size() > 1 && i < CUTS.length; i++) {
      drawn = new DiscordRenderer(CUTS[i], pictures).drawn(message);
    }
    return drawn;
  }

  private MessageCreateBuilder post() {
    Page page = pages.get(0);
    if (pages.size() > 1) {
      page.shorten();
    }
    return data(page, rows.most(MOST_ROWS)).setContent(mentions());
  }

  private String mentions() {
    return roles.stream()
        .map(role -> DiscordMarkup.text(Markup.empty().and(role)))
        .collect(Collectors.joining(" "));
  }

  /** As {@link #post}, in place of all that stood there. */
  static MessageEditData edit(Message message) {
    return edit(post(message));
  }

  static MessageEditData edit(MessageCreateData data) {
    return MessageEditData.fromCreateData(data);
  }

  private static MessageCreateBuilder data(Page page, List<ActionRow> rows) {
    List<MessageEmbed> embeds = page.draw();
    if (embeds.isEmpty()) {
      page.add("", NOTHING); // controls alone are no message
      embeds = page.draw();
    }
    return new MessageCreateBuilder()
        .setEmbeds(embeds)
        .setComponents(rows)
        .setAllowedMentions(List.of());
  }

  private DiscordRenderer drawn(Message message) {
    message.blocks().forEach(block -> block.accept(this));
    return this;
  }

  private Page page() {
    return pages.get(pages.size() - 1);
  }

  private Page turned() {
    pages.add(new Page());
    return page();
  }

  private DiscordRenderer paragraph(String between, List<String> pieces) {
    String before = between;
    for (String piece : pieces) {
      if (!page().add(before, piece)) {
        turned().add("", piece);
      }
      before = "";
    }
    afterBar = false;
    return this;
  }

  @Override
  public DiscordRenderer title(Block.Title block) {
    String plain = block.text().plain().strip();
    if (pages.size() == 1 && page().isEmpty() && !plain.isEmpty()) {
      page().title(DiscordMarkup.cut(DiscordMarkup.escaped(plain.replace('\n', ' ')), TITLE));
      return this;
    }
    return paragraph(PARAGRAPH, DiscordMarkup.pieces(Markup.empty().bold(plain)));
  }

  @Override
  public DiscordRenderer text(Block.Text block) {
    List<Span.Role> named =
        block.text().spans().stream()
            .filter(span -> span instanceof Span.Role role && DiscordMarkup.isHere(role))
            .map(Span.Role.class::cast)
            .toList();
    roles.addAll(named);
    boolean nothingElse = !named.isEmpty() && named.size() == block.text().spans().size();
    return nothingElse ? this : paragraph(PARAGRAPH, beginning(DiscordMarkup.pieces(block.text())));
  }

  /** As many pieces as there may be, but one at least. */
  private List<String> beginning(List<String> pieces) {
    List<String> kept = new ArrayList<>();
    int characters = 0;
    for (String piece : pieces) {
      characters += piece.length();
      if (!kept.isEmpty() && characters > longest) {
        kept.add(MORE);
        return kept;
      }
      kept.add(piece);
    }
    return kept;
  }

  @Override
  public DiscordRenderer note(Block.Note block) {
    List<String> pieces = new ArrayList<>(DiscordMarkup.pieces(block.text()));
    pieces.add(0, SMALL);
    return paragraph(PARAGRAPH, pieces);
  }

  @Override
  public DiscordRenderer fields(Block.Fields block) {
    for (Block.Field field : block.fields()) {
      for (MessageEmbed.Field drawn : Fields.draw(field)) {
        if (!page().add(drawn)) {
          turned().add(drawn);
        }
      }
    }
    return this;
  }

  @Override
  public DiscordRenderer progress(Block.Progress block) {
    int full = block.whole() == 0 ? 0 : (int) ((double) block.part() * BAR / block.whole());
    List<String> pieces = new ArrayList<>(DiscordMarkup.pieces(block.label()));
    pieces.add(
        (pieces.isEmpty() ? "" : "\n")
            + "█".repeat(full)
            + "░".repeat(BAR - full)
            + (" " + block.part() + " of " + block.whole()));
    paragraph(afterBar ? "\n" : PARAGRAPH, pieces);
    afterBar = true;
    return this;
  }

  @Override
  public DiscordRenderer image(Block.Image block) {
    if (pictures && files.size() < MOST_FILES) {
      String name = "picture-" + (files.size() + 1) + ".png";
      files.add(FileUpload.fromData(block.png().bytes(), name).setDescription(block.alt()));
    } else {
      block.instead().forEach(part -> part.accept(this));
    }
    return this;
  }

  @Override
  public DiscordRenderer controls(Block.Controls block) {
    rows.add(block.controls());
    return this;
  }

  @Override
  public DiscordRenderer divider(Block.Divider block) {
    if (!page().isEmpty()) {
      page().begin();
    }
    return this;
  }
}
