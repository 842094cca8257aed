package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatMeMessageResponse;
import com.slack.api.model.Message.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;
import studycoach.chat.ChannelRef;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.UnreadableException;

/** Messages that nobody is waiting for. */
record Posting(Slack slack, Workspaces workspaces) {
  private static final int SEARCHED = 100;
  private static final String EVENT = "study_coach_post";
  private static final String KEY = "key";
  private static final String NO_THREAD = "thread_not_found";

  /**
   * Where a message goes.
   *
   * @param parent the message under which it is put; null if under none
   */
  private record Place(Workspace workspace, String channel, @Nullable String parent) {
    MessageRef ref(String ts) {
      return new MessageRef(new ChannelRef(SlackDecoder.PLATFORM, workspace.id(), channel), ts);
    }
  }

  Delivery send(Destination to, Message message, PostKey key) {
    try {
      Place place = place(to);
      Duration wait = place.workspace().pace().putOff(place.channel());
      if (!wait.isZero()) {
        return new Delivery.Later(wait);
      }
      if (place.parent() != null) {
        replies(place, 1); // Slack takes replies to messages that are no more.
      }
      String ts = post(place, SlackRenderer.post(message), key);
      // Below a post that stands; one that a crash left in doubt is found, and stays without.
      new Pictures(slack, place.workspace()).sendBelow(message, place.channel(), ts);
      return new Delivery.Posted(place.ref(ts));
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    } catch (Calls.TooSoonException e) {
      return new Delivery.Later(e.waiting());
    }
  }

  private static String post(Place place, SlackRenderer.Drawn drawn, PostKey key)
      throws Calls.RefusedException, Calls.TooSoonException {
    Metadata metadata =
        Metadata.builder().eventType(EVENT).eventPayload(Map.of(KEY, key.value())).build();
    place.workspace().pace().await(place.channel());
    FormBody.Builder form =
        RequestFormBuilder.toForm(
            ChatPostMessageRequest.builder()
                .channel(place.channel())
                .threadTs(place.parent())
                .text(drawn.text())
                .blocksAsString(drawn.json())
                .metadata(metadata)
                .build());
    return place
        .workspace()
        .calls()
        .call("chat.postMessage", form, ChatMeMessageResponse.class)
        .getTs();
  }

  Delivery edit(MessageRef ref, Message message) {
    SlackRenderer.Drawn drawn = SlackRenderer.post(message);
    try {
      workspace(ref.channel().workspace())
          .calls()
          .call(
              "chat.update",
              client ->
                  client.chatUpdate(
                      r ->
                          r.channel(ref.channel().id())
                              .ts(ref.id())
                              .text(drawn.text())
                              .blocksAsString(drawn.json())));
      return new Delivery.Posted(ref);
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    } catch (Calls.TooSoonException e) {
      return new Delivery.Later(e.waiting());
    }
  }

  /**
   * The message with this key among the last hundred of a place.
   *
   * @throws UnreadableException if Slack does not let us read there
   */
  Optional<MessageRef> find(Destination to, PostKey key) {
    try {
      Place place = place(to);
      return history(place).stream()
          .filter(message -> !message.getTs().equals(place.parent()))
          .filter(message -> isOurs(place, message) && carries(message, key))
          .findFirst()
          .map(message -> place.ref(message.getTs()));
    } catch (Calls.RefusedException e) {
      if (e.error().equals(NO_THREAD)) {
        return Optional.empty();
      }
      throw new UnreadableException(e.reason());
    } catch (Calls.TooSoonException e) {
      throw e.asChat();
    }
  }

  private static List<com.slack.api.model.Message> history(Place place)
      throws Calls.RefusedException, Calls.TooSoonException {
    if (place.parent() != null) {
      return replies(place, SEARCHED);
    }
    return place
        .workspace()
        .calls()
        .call(
            "conversations.history",
            client ->
                client.conversationsHistory(
                    r -> r.channel(place.channel()).limit(SEARCHED).includeAllMetadata(true)))
        .getMessages();
  }

  private static List<com.slack.api.model.Message> replies(Place place, int most)
      throws Calls.RefusedException, Calls.TooSoonException {
    return place
        .workspace()
        .calls()
        .call(
            "conversations.replies",
            client ->
                client.conversationsReplies(
                    r ->
                        r.channel(place.channel())
                            .ts(place.parent())
                            .limit(most)
                            .includeAllMetadata(true)))
        .getMessages();
  }

  /** Another copy of the bot may post here too, and count its posts likewise. */
  private static boolean isOurs(Place place, com.slack.api.model.Message message) {
    return place.workspace().bot().equals(message.getUser());
  }

  private static boolean carries(com.slack.api.model.Message message, PostKey key) {
    Metadata metadata = message.getMetadata();
    return metadata != null
        && EVENT.equals(metadata.getEventType())
        && key.value().equals(metadata.getEventPayload().get(KEY));
  }

  private Place place(Destination to) throws Calls.RefusedException, Calls.TooSoonException {
    if (to instanceof Destination.Direct direct) {
      Workspace workspace = workspace(direct.user().workspace());
      return new Place(workspace, workspace.directs().with(direct.user().id()), null);
    }
    if (to instanceof Destination.Thread thread) {
      ChannelRef channel = thread.parent().channel();
      return new Place(workspace(channel.workspace()), channel.id(), thread.parent().id());
    }
    ChannelRef channel = ((Destination.Channel) to).channel();
    return new Place(workspace(channel.workspace()), channel.id(), null);
  }

  private Workspace workspace(String id) throws Calls.RefusedException {
    Optional<Workspace> workspace = workspaces.find(id);
    if (workspace.isEmpty()) {
      throw new Calls.RefusedException("no_token", "the bot has no token of the workspace " + id);
    }
    return workspace.get();
  }
}
