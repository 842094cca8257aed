package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of the Web API, and who may call them. */
final class WebApi {
  private final FakeSlack slack;
  private final Map<String, ApiMethod> methods;

  WebApi(FakeSlack slack) {
    this.slack = slack;
    methods =
        Stream.of(
                MessageMethods.ALL,
                ChannelMethods.ALL,
                ViewMethods.ALL,
                TeamMethods.ALL,
                FileMethods.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(ApiMethod::name, Function.identity()));
  }

  Answer answer(String name, String token, ObjectNode sent) {
    synchronized (slack) {
      try {
        if (name.equals("api.test")) {
          return Answer.of(Call.ok());
        }
        return name.equals("apps.connections.open")
            ? Answer.of(Call.ok().put("url", slack.socket().ticket(app(token))))
            : call(name, token, sent);
      } catch (SlackError e) {
        return Answer.of(e.body());
      }
    }
  }

  private Answer call(String name, String token, ObjectNode sent) {
    ApiMethod method = methods.get(name);
    if (method == null) {
      slack.violated("no such method, or none for a bot like this: " + name);
      throw new SlackError("unknown_method");
    }
    FakeWorkspace workspace = workspace(token);
    for (Iterator<String> keys = sent.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!method.parameters().contains(key)) {
        slack.violated(name + " does not know " + key);
      }
    }
    return slack
        .limits()
        .refuse(workspace, method, place(workspace, sent.path("channel").asText()))
        .orElseGet(() -> answer(method, new Call(workspace, sent)));
  }

  /** A person's id stands for their direct messages. */
  private static String place(FakeWorkspace workspace, String id) {
    return workspace.personById(id).map(person -> person.direct().id()).orElse(id);
  }

  private static Answer answer(ApiMethod method, Call call) {
    ObjectNode body = method.handler().apply(call);
    return new Answer(200, body, Map.of("X-OAuth-Scopes", call.workspace().app.provided()));
  }

  /** A message by the response_url of an interaction. */
  Answer respond(String interaction, ObjectNode sent) {
    synchronized (slack) {
      try {
        FakeInteraction to =
            slack.interaction(interaction).orElseThrow(() -> new SlackError("used_url"));
        to.useUrl();
        new Responses(slack, to).take(sent);
        return Answer.of(Call.ok());
      } catch (SlackError e) {
        boolean gone = e.error().endsWith("_url");
        return new Answer(gone ? 404 : 200, e.body(), Map.of());
      }
    }
  }

  private FakeApp app(String token) {
    return slack.apps().stream()
        .filter(app -> app.appToken().equals(token))
        .findFirst()
        .orElseThrow(() -> new SlackError(token.isEmpty() ? "not_authed" : "invalid_auth"));
  }

  private FakeWorkspace workspace(String token) {
    for (FakeWorkspace workspace : slack.workspaces()) {
      if (workspace.wasRevoked(token)) {
        throw new SlackError("token_revoked");
      }
      if (workspace.botToken().equals(token)) {
        if (!workspace.installed()) {
          throw new SlackError("account_inactive");
        }
        return workspace;
      }
    }
    if (slack.apps().stream().anyMatch(app -> app.appToken().equals(token))) {
      throw new SlackError("not_allowed_token_type");
    }
    throw new SlackError(token.isEmpty() ? "not_authed" : "invalid_auth");
  }
}
