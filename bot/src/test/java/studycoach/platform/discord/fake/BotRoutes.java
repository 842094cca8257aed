package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The bot itself: who it is, where its gateway is, which commands it has. */
final class BotRoutes {
  private final FakeDiscord discord;

  BotRoutes(FakeDiscord discord) {
    this.discord = discord;
  }

  List<Route> all() {
    return List.of(
        Route.of(Kind.LOGIN, "GET", "gateway/bot", this::gateway),
        Route.of(Kind.LOGIN, "GET", "users/@me", request -> Answer.of(self())),
        Route.of(Kind.LOGIN, "GET", "(oauth2/)?applications/@me", request -> Answer.of(app())),
        Route.of(Kind.OTHER, "GET", "users/*", this::user),
        Route.of(Kind.OTHER, "GET", "guilds/*/members/*", this::member),
        Route.of(Kind.COMMANDS, "GET", "applications/*/commands", request -> commands()),
        Route.of(Kind.COMMANDS, "PUT", "applications/*/commands", this::replace),
        Route.of(Kind.COMMANDS, "POST", "applications/*/commands", this::upsert));
  }

  private Answer gateway(Request request) {
    var answer = Json.object().put("url", discord.gatewayUrl()).put("shards", discord.shards());
    answer
        .putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 1000)
        .put("reset_after", 86_400_000)
        .put("max_concurrency", 1);
    return Answer.of(answer);
  }

  private ObjectNode self() {
    return discord.bot.json().put("verified", true).put("mfa_enabled", false).put("flags", 0);
  }

  private ObjectNode app() {
    var app = Json.object().put("id", discord.bot.id()).put("name", discord.bot.name());
    app.put("description", "").put("bot_public", true).put("bot_require_code_grant", false);
    app.put("flags", 0).set("owner", discord.bot.json());
    return app;
  }

  private Answer user(Request request) {
    return Answer.of(discord.personById(request.part(1)).json());
  }

  private Answer member(Request request) {
    FakeGuild guild =
        discord
            .guilds()
            .filter(g -> g.id().equals(request.part(1)) && g.botIn())
            .findFirst()
            .orElseThrow(() -> RestException.unknown(10004, "Guild"));
    return Answer.of(guild.member(discord.personById(request.part(3))));
  }

  private Answer commands() {
    return Answer.of(Json.array().addAll(discord.commands()));
  }

  private Answer replace(Request request) {
    Bodies.check(discord, request, problems -> new CommandLimits(problems).all(request.body()));
    discord.register(Json.each(request.body()).map(this::kept).toList());
    return commands();
  }

  private Answer upsert(Request request) {
    Bodies.check(discord, request, problems -> new CommandLimits(problems).one(request.body()));
    var all = new ArrayList<>(discord.commands());
    JsonNode added = kept(request.body());
    all.removeIf(old -> old.path("name").equals(added.path("name")));
    all.add(added);
    discord.register(all);
    return Answer.of(added);
  }

  private JsonNode kept(JsonNode command) {
    ObjectNode kept = command.deepCopy();
    kept.put("id", discord.ids.next()).put("application_id", discord.bot.id());
    kept.put("version", discord.ids.next());
    if (!kept.has("type")) {
      kept.put("type", 1);
    }
    return kept;
  }
}
