package studycoach.platform.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import java.io.IOException;
import java.util.List;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Block;
import studycoach.chat.ChatException;
import studycoach.chat.Excuses;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.markup.Markup;

/**
 * Answers somebody where they acted: by the address that came with it as long as that lives, else
 * by a message that they can see.
 *
 * @param open whether all may see the answer
 * @param command the word after the slash
 * @param given run when Slack has the answer
 */
record SpotAnswer(
    Slack slack, Workspace workspace, Spot spot, boolean open, String command, Runnable given) {
  private static final Logger LOG = LoggerFactory.getLogger(SpotAnswer.class);
  private static final Block IN_DIRECT_MESSAGES =
      new Block.Note(Markup.of("The same as a picture is in your direct messages with me."));

  void give(Reply reply) {
    try {
      if (reply instanceof Reply.Say say) {
        say(say.message());
      } else if (reply instanceof Reply.Update update) {
        update(update.message());
      } else if (reply instanceof Reply.Open) {
        say(Excuses.typeInstead(command));
      }
      given.run();
    } catch (Calls.RefusedException
        | Calls.TooSoonException
        | ChatException
        | IllegalStateException e) {
      LOG.warn("An answer could not be given: {}", e.getMessage());
    }
  }

  private void say(Message message) throws Calls.RefusedException, Calls.TooSoonException {
    if (spot.source() == Spot.Source.HOME_TAB) {
      fillHome(message);
      return;
    }
    for (SlackRenderer.Drawn part : SlackRenderer.answer(open ? message : pictured(message))) {
      if (spot.url().isEmpty() || !sent(body(part, false))) {
        post(part);
      }
    }
  }

  /** With its pictures beside it, where they can be sent. */
  private Message pictured(Message message) {
    return new Pictures(slack, workspace).send(message, spot.user())
        ? message.inWords(IN_DIRECT_MESSAGES)
        : message;
  }

  private void update(Message message) throws Calls.RefusedException, Calls.TooSoonException {
    if (spot.source() == Spot.Source.HOME || spot.source() == Spot.Source.HOME_TAB) {
      fillHome(message);
      return;
    }
    if (spot.source() != Spot.Source.OWN) {
      say(message);
      return;
    }
    List<SlackRenderer.Drawn> parts = SlackRenderer.answer(message);
    if (!sent(body(parts.get(0), true))) {
      say(message);
      return;
    }
    for (SlackRenderer.Drawn part : parts.subList(1, parts.size())) {
      if (!sent(body(part, false))) {
        post(part);
      }
    }
  }

  private void fillHome(Message message) throws Calls.RefusedException, Calls.TooSoonException {
    JsonObject view = new JsonObject();
    view.addProperty("type", "home");
    view.add("blocks", Json.of(SlackRenderer.view(message)));
    workspace
        .calls()
        .call(
            "views.publish",
            client ->
                client.viewsPublish(r -> r.userId(spot.user()).viewAsString(view.toString())));
  }

  private JsonObject body(SlackRenderer.Drawn part, boolean replaces) {
    JsonObject body = new JsonObject();
    body.addProperty("text", part.text());
    body.add("blocks", Json.of(part.blocks()));
    body.addProperty("replace_original", replaces);
    if (!replaces) {
      body.addProperty("response_type", open || spot.isDirect() ? "in_channel" : "ephemeral");
      if (!spot.thread().isEmpty()) {
        body.addProperty("thread_ts", spot.thread());
      }
    }
    return body;
  }

  /** Whether Slack has taken it. */
  private boolean sent(JsonObject body) {
    try (Response response = slack.getHttpClient().postJsonBody(spot.url(), body)) {
      return response.isSuccessful();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** As a message of ours: in the channel if all may see it, else where they alone do. */
  private void post(SlackRenderer.Drawn part)
      throws Calls.RefusedException, Calls.TooSoonException {
    if (open && !spot.isDirect()) {
      postTo(spot.channel(), part);
    } else if (spot.source() == Spot.Source.TYPED && !spot.isDirect()) {
      postEphemeral(part);
    } else {
      postTo(direct(), part);
    }
  }

  private String direct() throws Calls.RefusedException, Calls.TooSoonException {
    return Directs.isOne(spot.channel()) ? spot.channel() : workspace.directs().with(spot.user());
  }

  private void postTo(String channel, SlackRenderer.Drawn part)
      throws Calls.RefusedException, Calls.TooSoonException {
    String thread = channel.equals(spot.channel()) ? spot.thread() : "";
    workspace.pace().await(channel);
    workspace
        .calls()
        .call(
            "chat.postMessage",
            client ->
                client.chatPostMessage(
                    r ->
                        r.channel(channel)
                            .threadTs(thread.isEmpty() ? null : thread)
                            .text(part.text())
                            .blocksAsString(part.json())));
  }

  /** To somebody who has just written there, and so looks at it. */
  private void postEphemeral(SlackRenderer.Drawn part)
      throws Calls.RefusedException, Calls.TooSoonException {
    try {
      workspace
          .calls()
          .call(
              "chat.postEphemeral",
              client ->
                  client.chatPostEphemeral(
                      r ->
                          r.channel(spot.channel())
                              .user(spot.user())
                              .threadTs(spot.thread().isEmpty() ? null : spot.thread())
                              .text(part.text())
                              .blocksAsString(part.json())));
    } catch (Calls.RefusedException | IllegalStateException e) {
      postTo(direct(), part);
    }
  }
}
