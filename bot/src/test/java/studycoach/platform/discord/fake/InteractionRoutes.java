package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a bot answers interactions. */
final class InteractionRoutes {
  private static final int MESSAGE = 4;
  private static final int DEFERRED_MESSAGE = 5;
  private static final int DEFERRED_UPDATE = 6;
  private static final int UPDATE = 7;
  private static final int CHOICES = 8;
  private static final int MODAL = 9;
  private final FakeDiscord discord;

  InteractionRoutes(FakeDiscord discord) {
    this.discord = discord;
  }

  List<Route> all() {
    String webhook = "webhooks/*/*";
    return List.of(
        Route.of(Kind.CALLBACK, "POST", "interactions/*/*/callback", this::callback),
        Route.of(Kind.FOLLOWUP, "POST", webhook, this::follow),
        Route.of(Kind.FOLLOWUP, "GET", webhook + "/messages/*", r -> Answer.of(message(r).json())),
        Route.of(Kind.FOLLOWUP, "PATCH", webhook + "/messages/*", this::edit),
        Route.of(Kind.FOLLOWUP, "DELETE", webhook + "/messages/*", this::delete));
  }

  private Answer callback(Request request) {
    FakeInteraction interaction = discord.interaction(request.part(2), 10062, "interaction");
    if (interaction.acknowledged().isPresent()) {
      throw new RestException(400, 40060, "Interaction has already been acknowledged.");
    }
    if (interaction.late()) {
      throw RestException.unknown(10062, "interaction");
    }
    int how = request.body().path("type").asInt();
    check(request, interaction, how);
    acknowledge(request, interaction, how);
    return "true".equals(request.query().get("with_response"))
        ? Answer.of(response(interaction))
        : Answer.nothing();
  }

  private void check(Request request, FakeInteraction interaction, int how) {
    JsonNode data = request.body().path("data");
    Bodies.check(
        discord,
        request,
        problems -> {
          problems.check(fits(interaction, how), "type", "Not an answer to this: " + how);
          switch (how) {
            case MESSAGE -> new MessageLimits(problems).created(data, request.files(), true);
            case UPDATE ->
                new MessageLimits(problems).edited(data, true, request.files(), files(interaction));
            case CHOICES -> choices(problems, data);
            case MODAL -> new ComponentLimits(problems).modal(data);
            default -> {}
          }
        });
  }

  private static List<String> files(FakeInteraction interaction) {
    return interaction.source == null ? List.of() : interaction.source.files();
  }

  private static boolean fits(FakeInteraction interaction, int how) {
    boolean suggests = interaction.type == FakeInteraction.AUTOCOMPLETE;
    return switch (how) {
      case MESSAGE, DEFERRED_MESSAGE -> !suggests;
      case DEFERRED_UPDATE, UPDATE -> interaction.source != null;
      case CHOICES -> suggests;
      case MODAL -> !suggests && interaction.type != FakeInteraction.MODAL;
      default -> false;
    };
  }

  private static void choices(Problems problems, JsonNode data) {
    problems.count(data, "", "choices", 0, 25);
    data.path("choices").forEach(c -> new CommandLimits(problems).choice(c, "choices"));
  }

  private void acknowledge(Request request, FakeInteraction interaction, int how) {
    JsonNode data = request.body().path("data");
    switch (how) {
      case MESSAGE, DEFERRED_MESSAGE -> {
        FakeMessage message = answer(interaction, data, request.files());
        message.thinking(how == DEFERRED_MESSAGE);
        interaction.acknowledge(how, message, null);
        told(message, "MESSAGE_CREATE");
      }
      case DEFERRED_UPDATE -> interaction.acknowledge(how, interaction.source, null);
      case UPDATE -> {
        change(interaction.source, request);
        interaction.acknowledge(how, interaction.source, null);
      }
      default -> interaction.acknowledge(how, null, how == CHOICES ? data.path("choices") : data);
    }
  }

  private void change(@Nullable FakeMessage message, Request request) {
    if (message != null) {
      JsonNode data = request.body().path("data");
      message.take(data.isMissingNode() ? request.body() : data, request.files());
      message.thinking(false);
      message.edited();
      told(message, "MESSAGE_UPDATE");
    }
  }

  private FakeMessage answer(FakeInteraction interaction, JsonNode data, List<Upload> files) {
    boolean ephemeral = (data.path("flags").asInt() & MessageLimits.EPHEMERAL) != 0;
    FakePerson onlyFor = ephemeral ? interaction.person : null;
    var message = new FakeMessage(interaction.channel, onlyFor, discord.bot.json());
    message.mark("webhook_id", Json.value(discord.bot.id()));
    message.mark("application_id", Json.value(discord.bot.id()));
    message.take(data, files);
    interaction.channel.add(message);
    interaction.messages.add(message);
    return message;
  }

  private void told(FakeMessage message, String event) {
    if (!message.isEphemeral()) {
      discord.gateway.message(message, event, null);
    }
  }

  private static JsonNode response(FakeInteraction interaction) {
    var response = Json.object();
    response.putObject("interaction").put("id", interaction.id()).put("type", interaction.type);
    var resource = response.putObject("resource").put("type", interaction.callback());
    interaction.original().ifPresent(message -> resource.set("message", message.json()));
    return response;
  }

  private FakeInteraction acknowledged(Request request) {
    FakeInteraction interaction = discord.interaction(request.part(2), 10015, "Webhook");
    if (interaction.acknowledged().isEmpty()) {
      throw RestException.unknown(10015, "Webhook");
    }
    if (interaction.expired()) {
      throw new RestException(401, 50027, "Invalid Webhook Token");
    }
    return interaction;
  }

  /** The first follow-up to a deferred answer becomes that answer. */
  private Answer follow(Request request) {
    FakeInteraction interaction = acknowledged(request);
    Bodies.check(
        discord, request, p -> new MessageLimits(p).created(request.body(), request.files(), true));
    FakeMessage waiting = interaction.original().filter(FakeMessage::isThinking).orElse(null);
    if (waiting != null) {
      change(waiting, request);
      return Answer.of(waiting.json());
    }
    FakeMessage message = answer(interaction, request.body(), request.files());
    told(message, "MESSAGE_CREATE");
    return Answer.of(message.json());
  }

  private FakeMessage message(Request request) {
    FakeInteraction interaction = acknowledged(request);
    String id = request.part(4);
    return interaction.messages.stream()
        .filter(
            m ->
                id.equals("@original")
                    ? interaction.original().filter(o -> o == m).isPresent()
                    : m.id().equals(id))
        .filter(m -> m.channel.find(m.id()).isPresent())
        .findFirst()
        .orElseThrow(() -> RestException.unknown(10008, "Message"));
  }

  private Answer edit(Request request) {
    FakeMessage message = message(request);
    Bodies.check(
        discord,
        request,
        problems ->
            new MessageLimits(problems)
                .edited(request.body(), true, request.files(), message.files()));
    change(message, request);
    return Answer.of(message.json());
  }

  private Answer delete(Request request) {
    FakeMessage message = message(request);
    message.channel.remove(message);
    return Answer.nothing();
  }
}
