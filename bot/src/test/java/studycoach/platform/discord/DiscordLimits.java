package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import studycoach.chat.Command;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.platform.discord.fake.Limits;

/** That Discord takes what is shown, for tests that show something. */
public final class DiscordLimits {
  private DiscordLimits() {}

  /** A post fits, now and as an edit, and nothing of it is cut away. */
  public static void assertPost(Message message) {
    assertTaken(message);
    assertNone(Limits.POST, json(DiscordRenderer.announcement(message, true)));
    List<MessageCreateData> whole = DiscordRenderer.answer(message.inWords());
    assertThat(whole).as("too long for a post: %s", message).hasSize(1);
    assertThat(json(DiscordRenderer.post(message))).isEqualTo(json(whole.get(0)));
  }

  /** A post fits, now and as an edit, though perhaps cut. */
  static void assertTaken(Message message) {
    assertNone(Limits.POST, json(DiscordRenderer.post(message)));
    assertNone(Limits.EDIT, DiscordRenderer.edit(message).toData().toString());
  }

  /** An answer fits, in as many messages as it takes. */
  public static void assertAnswer(Message message) {
    DiscordRenderer.answer(message).forEach(data -> assertNone(Limits.ANSWER, json(data)));
  }

  public static void assertForm(Modal modal) {
    assertNone(Limits.MODAL, DiscordForms.of(modal).toData().toString());
  }

  public static void assertCommands(List<Command> commands) {
    assertNone(Limits.COMMAND, DiscordCommands.of("coach", commands).toData().toString());
  }

  private static String json(MessageCreateData data) {
    return data.toData().toString();
  }

  private static void assertNone(Limits limits, String json) {
    assertThat(limits.complaint(json)).as(json).isEmpty();
  }
}
