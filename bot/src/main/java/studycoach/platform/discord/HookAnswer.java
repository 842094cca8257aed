package studycoach.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
record HookAnswer(InteractionHook hook, boolean updates, boolean ephemeral, Runnable given) {
  private static final Logger LOG = LoggerFactory.getLogger(HookAnswer.class);

  void give(Reply reply) {
    if (reply instanceof Reply.Say say) {
      say(say.message(), !updates);
    } else if (reply instanceof Reply.Update update) {
      say(update.message(), true);
    } else if (reply instanceof Reply.Nothing && !updates) {
      send(hook.deleteOriginal());
    } else if (reply instanceof Reply.Open) {
      throw new IllegalStateException("a form can't answer what was acknowledged already");
    }
  }

  private void say(Message message, boolean inPlace) {
    List<MessageCreateData> all = DiscordRenderer.answer(message);
    RestAction<?> first =
        inPlace ? hook.editOriginal(DiscordRenderer.edit(all.get(0))) : more(all.get(0));
    send(all.stream().skip(1).reduce(first, this::then, (one, other) -> other));
  }

  private RestAction<?> then(RestAction<?> before, MessageCreateData data) {
    return before.flatMap(sent -> more(data));
  }

  private RestAction<?> more(MessageCreateData data) {
    return hook.sendMessage(data).setEphemeral(ephemeral);
  }

  private void send(RestAction<?> action) {
    action.queue(
        sent -> given.run(), e -> LOG.warn("An answer could not be given: {}", e.getMessage()));
  }
}
