package studycoach.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import studycoach.chat.Message;
import studycoach.chat.Reply;

/**
 * Answers an interaction that was acknowledged. Discord doesn't count these calls among its 50 in a
 * second, so they never wait behind posts.
 *
 * @param updates whether the message with the control was acknowledged as to be replaced; else a
 *     new message stands there, thinking
 * @param ephemeral whether only this person sees the answer
 * @param given run when Discord has the answer
 */
record HookAnswer(
    Underway underway, InteractionHook hook, boolean updates, boolean ephemeral, Runnable given) {
  void give(Reply reply) {
    if (reply instanceof Reply.Say say) {
      say(say.message(), !updates);
    } else if (reply instanceof Reply.Update update) {
      say(update.message(), true);
    } else if (reply instanceof Reply.Nothing && !updates) {
      underway.send(hook.deleteOriginal(), given);
    } else if (reply instanceof Reply.Open) {
      throw new IllegalStateException("a form can't answer what was acknowledged already");
    }
  }

  private void say(Message message, boolean inPlace) {
    List<MessageCreateData> all = DiscordRenderer.answer(message);
    RestAction<?> first =
        inPlace ? hook.editOriginal(DiscordRenderer.edit(all.get(0))) : more(all.get(0));
    underway.send(all.stream().skip(1).reduce(first, this::then, (one, other) -> other), given);
  }

  private RestAction<?> then(RestAction<?> before, MessageCreateData data) {
    return before.flatMap(sent -> more(data));
  }

  private RestAction<?> more(MessageCreateData data) {
    return hook.sendMessage(data).setEphemeral(ephemeral);
  }
}
