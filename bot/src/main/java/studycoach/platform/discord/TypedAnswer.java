package studycoach.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Excuses;
import studycoach.chat.Message;
import studycoach.chat.Reply;

/**
 * Answers a message: in the same place if all may see it, else in direct messages. These calls are
 * few, as people are slow; posts leave them room.
 *
 * @param command the word after the slash
 */
record TypedAnswer(Underway underway, String command) {
  private static final Logger LOG = LoggerFactory.getLogger(TypedAnswer.class);

  /**
   * @param open whether all may see it
   * @param given run when Discord has the answer
   */
  void give(Reply reply, MessageReceivedEvent event, boolean open, Runnable given) {
    if (reply instanceof Reply.Say say) {
      give(say.message(), event, open, given);
    } else if (reply instanceof Reply.Update update) {
      give(update.message(), event, open, given);
    } else if (reply instanceof Reply.Open) {
      give(Excuses.typeInstead(command), event, open, given);
    }
  }

  private void give(Message message, MessageReceivedEvent event, boolean open, Runnable given) {
    List<MessageCreateData> all = DiscordRenderer.answer(message);
    if (open || !event.isFromGuild()) {
      underway.send(all(event.getChannel(), all), given);
      return;
    }
    underway.send(
        event.getAuthor().openPrivateChannel().flatMap(channel -> all(channel, all)),
        given,
        e -> closed(e, event, given));
  }

  private static RestAction<?> all(MessageChannel channel, List<MessageCreateData> all) {
    RestAction<?> first = channel.sendMessage(all.get(0));
    return all.stream()
        .skip(1)
        .<RestAction<?>>reduce(
            first,
            (before, data) -> before.flatMap(sent -> channel.sendMessage(data)),
            (one, other) -> other);
  }

  private void closed(Throwable failure, MessageReceivedEvent event, Runnable given) {
    if (ErrorResponse.CANNOT_SEND_TO_USER.test(failure)) {
      Message said =
          Message.of(
              "My answer is only for you, and your direct messages are closed. Type /"
                  + command
                  + " instead, or open them for this server.");
      underway.send(event.getChannel().sendMessage(DiscordRenderer.post(said)), given);
    } else {
      LOG.warn("An answer could not be given: {}", failure.getMessage());
    }
  }
}
