package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;

/** Messages of channels, threads and direct messages. */
final class MessageRoutes {
  private final FakeDiscord discord;

  MessageRoutes(FakeDiscord discord) {
    this.discord = discord;
  }

  List<Route> all() {
    return List.of(
        Route.of(Kind.MESSAGE_POST, "POST", "channels/*/messages", this::post),
        Route.of(Kind.HISTORY, "GET", "channels/*/messages", this::history),
        Route.of(Kind.HISTORY, "GET", "channels/*/messages/*", this::get),
        Route.of(Kind.MESSAGE_EDIT, "PATCH", "channels/*/messages/*", this::edit),
        Route.of(Kind.MESSAGE_DELETE, "DELETE", "channels/*/messages/*", this::delete),
        Route.of(Kind.DIRECT_MESSAGE_OPEN, "POST", "users/@me/channels", this::open),
        Route.of(Kind.THREAD, "POST", "channels/*/messages/*/threads", this::thread),
        Route.of(Kind.THREAD, "POST", "channels/*/threads", this::thread),
        Route.of(Kind.OTHER, "GET", "channels/*", request -> Answer.of(channel(request).json())),
        Route.of(Kind.OTHER, "POST", "channels/*/typing", request -> Answer.nothing()));
  }

  private FakeChannel channel(Request request) {
    return discord.channelById(request.part(1));
  }

  private Answer post(Request request) {
    FakeChannel channel = channel(request);
    mayPost(channel, request);
    channel.archived(false);
    Bodies.check(
        discord,
        request,
        problems -> new MessageLimits(problems).created(request.body(), request.files(), false));
    return Answer.of(
        same(channel, request.body()).orElseGet(() -> posted(channel, request)).json());
  }

  /** With {@code enforce_nonce} a nonce that stands in the channel already brings its message. */
  private static Optional<FakeMessage> same(FakeChannel channel, JsonNode body) {
    return channel.messages().stream()
        .filter(message -> body.path("enforce_nonce").asBoolean() && body.hasNonNull("nonce"))
        .filter(message -> message.json().path("nonce").equals(body.path("nonce")))
        .findFirst();
  }

  private FakeMessage posted(FakeChannel channel, Request request) {
    var message = new FakeMessage(channel, null, discord.bot.json());
    message.take(request.body(), request.files());
    if (request.body().hasNonNull("nonce")) {
      message.mark("nonce", request.body().path("nonce"));
    }
    JsonNode reference = request.body().path("message_reference");
    if (!reference.isMissingNode()) {
      message.mark("message_reference", reference.deepCopy());
      channel
          .find(reference.path("message_id").asText())
          .ifPresent(answered -> message.mark("referenced_message", answered.json()));
    }
    channel.add(message);
    discord.gateway.message(message, "MESSAGE_CREATE", null);
    return message;
  }

  private static void mayPost(FakeChannel channel, Request request) {
    if (channel.recipient != null && channel.recipient.isClosed()) {
      throw new RestException(403, 50007, "Cannot send messages to this user");
    }
    needs(channel, Permission.VIEW_CHANNEL);
    needs(
        channel, channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
    if (!request.body().path("embeds").isEmpty()) {
      needs(channel, Permission.MESSAGE_EMBED_LINKS);
    }
    if (!request.files().isEmpty()) {
      needs(channel, Permission.MESSAGE_ATTACH_FILES);
    }
  }

  private static void needs(FakeChannel channel, Permission permission) {
    if (!channel.allows(permission)) {
      throw permission == Permission.VIEW_CHANNEL
          ? new RestException(403, 50001, "Missing Access")
          : new RestException(403, 50013, "Missing Permissions");
    }
  }

  /** Newest first, as Discord lists them. */
  private Answer history(Request request) {
    FakeChannel channel = channel(request);
    needs(channel, Permission.VIEW_CHANNEL);
    int limit = request.number("limit", 50);
    if (limit < 1 || limit > 100) {
      throw new RestException(400, 50035, "Invalid Form Body");
    }
    List<FakeMessage> all =
        channel.allows(Permission.MESSAGE_HISTORY)
            ? channel.messages().stream().filter(message -> !message.isEphemeral()).toList()
            : List.of();
    var found = Json.array();
    Stream<FakeMessage> page = new History(all).page(request, limit).stream();
    page.sorted(Collections.reverseOrder(History.OLDEST_FIRST)).forEach(m -> found.add(m.json()));
    return Answer.of(found);
  }

  private FakeMessage message(Request request) {
    return channel(request)
        .find(request.part(3))
        .filter(message -> !message.isEphemeral())
        .orElseThrow(() -> RestException.unknown(10008, "Message"));
  }

  private Answer get(Request request) {
    needs(channel(request), Permission.VIEW_CHANNEL);
    needs(channel(request), Permission.MESSAGE_HISTORY);
    return Answer.of(message(request).json());
  }

  private FakeMessage own(Request request, int code) {
    needs(channel(request), Permission.VIEW_CHANNEL);
    FakeMessage message = message(request);
    if (!message.json().path("author").path("id").asText().equals(discord.bot.id())) {
      throw new RestException(403, code, "Cannot do this to a message authored by another user");
    }
    return message;
  }

  private Answer edit(Request request) {
    FakeMessage message = own(request, 50005);
    if (message.channel.isArchived()) {
      throw new RestException(400, 50083, "Thread is archived");
    }
    Bodies.check(
        discord,
        request,
        problems ->
            new MessageLimits(problems)
                .edited(request.body(), false, request.files(), message.files()));
    message.edited();
    message.take(request.body(), request.files());
    discord.gateway.message(message, "MESSAGE_UPDATE", null);
    return Answer.of(message.json());
  }

  private Answer delete(Request request) {
    FakeMessage message = own(request, 50013);
    message.channel.remove(message);
    var gone = Json.object().put("id", message.id()).put("channel_id", message.channel.id());
    if (message.channel.guild != null) {
      gone.put("guild_id", message.channel.guild.id());
    }
    discord.gateway.dispatch(message.channel.guild, "MESSAGE_DELETE", gone);
    return Answer.nothing();
  }

  private Answer open(Request request) {
    FakePerson person = discord.personById(request.body().path("recipient_id").asText());
    return Answer.of(person.direct().json());
  }

  private Answer thread(Request request) {
    FakeChannel parent = channel(request);
    needs(parent, Permission.VIEW_CHANNEL);
    needs(parent, Permission.CREATE_PUBLIC_THREADS);
    Bodies.check(discord, request, problems -> problems.text(request.body(), "", "name", 1, 100));
    boolean onMessage = request.path().contains("/messages/");
    // A thread that hangs on a message has the message's id.
    String id = onMessage ? message(request).id() : discord.ids.next();
    if (parent.thread(id).isPresent()) {
      throw new RestException(400, 160004, "A thread has already been created for this message");
    }
    var thread = FakeChannel.thread(parent, id, request.body().path("name").asText());
    discord.add(thread);
    discord.gateway.dispatch(parent.guild, "THREAD_CREATE", thread.json());
    return new Answer(201, thread.json(), java.util.Map.of());
  }
}
