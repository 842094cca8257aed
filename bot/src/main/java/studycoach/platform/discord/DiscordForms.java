package studycoach.platform.discord;

import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;

/** Draws a {@link Modal}; what is too long is cut. */
final class DiscordForms {
  private static final int TEXT = 45;
  private static final int VALUE = 4_000;

  private DiscordForms() {}

  static net.dv8tion.jda.api.modals.Modal of(Modal modal) {
    return net.dv8tion.jda.api.modals.Modal.create(
            modal.id().encode(), DiscordMarkup.label(modal.title(), TEXT))
        .addComponents(modal.fields().stream().map(DiscordForms::field).toList())
        .build();
  }

  private static Label field(ModalField field) {
    int longest = Math.min(field.longest(), VALUE);
    TextInput.Builder input =
        TextInput.create(field.key(), field.box() ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
            .setRequired(field.required())
            .setMaxLength(longest);
    if (!field.initial().isEmpty()) {
      input.setValue(DiscordMarkup.cut(field.initial(), longest));
    }
    return Label.of(DiscordMarkup.label(field.label(), TEXT), input.build());
  }
}
