package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;
import studycoach.chat.Block;
import studycoach.markup.Markup;

/** Draws a fact with its name; a long one in several fields. */
final class Fields {
  private static final int NAME = 256;
  private static final int VALUE = 1_024;
  private static final int INLINE = 30;
  private static final String NOTHING = "\u200b";

  private Fields() {}

  static List<MessageEmbed.Field> draw(Block.Field field) {
    List<MessageEmbed.Field> fields = new ArrayList<>();
    String name = DiscordMarkup.label(DiscordMarkup.escaped(field.name()), NAME);
    for (String value : values(field.value())) {
      fields.add(new MessageEmbed.Field(name, value, value.length() <= INLINE));
      name = NOTHING;
    }
    return fields;
  }

  private static List<String> values(Markup value) {
    List<String> values = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String piece : DiscordMarkup.pieces(value)) {
      if (current.length() + piece.length() > VALUE) {
        values.add(current.toString());
        current.setLength(0);
      }
      current.append(piece);
    }
    values.add(current.toString().isBlank() ? NOTHING : current.toString());
    return values;
  }
}
