package studycoach.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FakeDiscordTest extends WithBot {
  @Test
  void aCommandIsDeferredAndItsEphemeralAnswerEdited() throws Exception {
    JDA jda = registered();
    amira.manages();
    var setup = amira.command(general, "coach setup", Map.of("exam", "MLS-C01", "count", 3));
    var event = next(SlashCommandInteractionEvent.class);
    assertThat(event.getFullCommandName()).isEqualTo("coach setup");
    assertThat(event.getOption("exam", OptionMapping::getAsString)).isEqualTo("MLS-C01");
    assertThat(event.getOption("count", OptionMapping::getAsInt)).isEqualTo(3);
    assertThat(event.getMember()).isNotNull();
    event.deferReply(true).complete();
    assertThat(setup.acknowledged()).isPresent();
    assertThat(discord.seenBy(amira, general)).isEqualTo("(is thinking)");
    event
        .getHook()
        .editOriginal("Done")
        .setComponents(ActionRow.of(Button.primary("a:b", "Go")))
        .complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("Done\n[Go]");
    assertThat(discord.seenBy(discord.person("ben"), general)).isEmpty();
    assertThat(channel(jda).getHistory().retrievePast(10).complete()).isEmpty();
  }

  @Test
  void whatDiscordsClientRefusesAPersonCannotDo() throws Exception {
    registered();
    assertThatThrownBy(() -> amira.command(general, "coach", Map.of()))
        .hasMessageContaining("not complete");
    assertThatThrownBy(() -> amira.command(general, "coach setup", Map.of("exam", 5)))
        .hasMessageContaining("not a value");
    assertThatThrownBy(() -> amira.command(general, "coach setup", Map.of("count", 5)))
        .hasMessageContaining("not complete");
    assertThatThrownBy(() -> amira.presses(general, "Go")).hasMessageContaining("no control Go");
  }

  @Test
  void optionsAreSuggestedWhileTyping() throws Exception {
    registered();
    var typing = amira.types(general, "coach setup", "exam", "ML", Map.of());
    var event = next(CommandAutoCompleteInteractionEvent.class);
    assertThat(event.getFocusedOption().getValue()).isEqualTo("ML");
    event.replyChoiceStrings("MLS-C01", "MLA-C01").complete();
    assertThat(typing.answer().orElseThrow()).hasSize(2);
  }

  @Test
  void aPressOpensAModalWhichIsSubmitted() throws Exception {
    JDA jda = ready();
    channel(jda)
        .sendMessage("Ready?")
        .setComponents(ActionRow.of(Button.primary("play:1", "Play")))
        .complete();
    var press = amira.presses(general, "Play");
    var pressed = next(ButtonInteractionEvent.class);
    assertThat(pressed.getComponentId()).isEqualTo("play:1");
    var field = TextInput.create("zone", TextInputStyle.SHORT).build();
    pressed
        .replyModal(Modal.create("m:1", "Settings").addComponents(Label.of("Zone", field)).build())
        .complete();
    amira.submits(press, Map.of("Zone", "Europe/Berlin"));
    var submitted = next(ModalInteractionEvent.class);
    assertThat(submitted.getModalId()).isEqualTo("m:1");
    assertThat(submitted.getValues().get(0).getAsString()).isEqualTo("Europe/Berlin");
    submitted.editMessage("Set").complete();
    assertThat(discord.seenBy(amira, general)).startsWith("Set");
  }

  @Test
  void aSelectIsChosenAndItsMessageChanged() throws Exception {
    JDA jda = ready();
    var menu =
        StringSelectMenu.create("pick")
            .setPlaceholder("Which?")
            .addOption("A", "0")
            .addOption("B", "1");
    channel(jda).sendMessage("Q").setComponents(ActionRow.of(menu.build())).complete();
    amira.chooses(general, "Which?", "B");
    var chosen = next(StringSelectInteractionEvent.class);
    assertThat(chosen.getValues()).containsExactly("1");
    chosen.deferEdit().complete();
    chosen.getHook().sendMessage("B it is").setEphemeral(true).complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("Q\nWhich? {A | B}\n\nB it is");
  }
}
