package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/** What fits into one message: embeds one below the other. */
final class Page {
  private static final int MOST_EMBEDS = 10;
  private static final int MOST_FIELDS = 25;
  private static final int COLOUR = 0x3F72AF;

  /** A little less than Discord takes, so that a sign that more would follow always fits. */
  private static final int CHARACTERS = 6_000 - 10;

  private static final int DESCRIPTION = 4_096 - 10;

  private final List<Embed> embeds = new ArrayList<>();
  private int characters;

  private static final class Embed {
    private String title = "";
    private final StringBuilder text = new StringBuilder();
    private final List<MessageEmbed.Field> fields = new ArrayList<>();

    private boolean isEmpty() {
      return title.isEmpty() && text.toString().isBlank() && fields.isEmpty();
    }
  }

  boolean isEmpty() {
    return embeds.isEmpty();
  }

  /** What comes next stands in an embed of its own, if there may be one more. */
  boolean begin() {
    if (embeds.size() == MOST_EMBEDS) {
      return false;
    }
    embeds.add(new Embed());
    return true;
  }

  private Embed last() {
    return embeds.get(embeds.size() - 1);
  }

  /** Only on an empty page. */
  void title(String title) {
    begin();
    last().title = title;
    characters += title.length();
  }

  /**
   * Adds text below all that is there.
   *
   * @param between what stands before it if it follows other text
   * @return whether it fits
   */
  boolean add(String between, String text) {
    if (characters + between.length() + text.length() > CHARACTERS) {
      return false;
    }
    boolean fits =
        !embeds.isEmpty()
            && last().fields.isEmpty()
            && last().text.length() + between.length() + text.length() <= DESCRIPTION;
    if (!fits && !begin()) {
      return false;
    }
    int before = last().text.length();
    last().text.append(before == 0 ? "" : between).append(before == 0 ? text.stripLeading() : text);
    characters += last().text.length() - before;
    return true;
  }

  boolean add(MessageEmbed.Field field) {
    int length = lengthOf(field.getName()) + lengthOf(field.getValue());
    if (characters + length > CHARACTERS) {
      return false;
    }
    boolean fits = !embeds.isEmpty() && last().fields.size() < MOST_FIELDS;
    if (!fits && !begin()) {
      return false;
    }
    last().fields.add(field);
    characters += length;
    return true;
  }

  private static int lengthOf(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** Says that there was more. */
  void shorten() {
    if (last().fields.isEmpty() || begin()) {
      last().text.append("…");
    }
  }

  List<MessageEmbed> draw() {
    return embeds.stream().filter(embed -> !embed.isEmpty()).map(Page::draw).toList();
  }

  private static MessageEmbed draw(Embed embed) {
    EmbedBuilder builder = new EmbedBuilder().setColor(COLOUR).setDescription(embed.text);
    if (!embed.title.isEmpty()) {
      builder.setTitle(embed.title);
    }
    embed.fields.forEach(builder::addField);
    return builder.build();
  }
}
