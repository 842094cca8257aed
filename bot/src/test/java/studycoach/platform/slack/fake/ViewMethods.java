package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;

/** Methods that show modals and Home. */
final class ViewMethods {
  private static final int LARGEST = 250_000;
  private static final int DEEPEST = 3;

  static final List<ApiMethod> ALL =
      List.of(
          ApiMethod.of(
              "views.open",
              ApiMethod.TIER_4,
              "view trigger_id interactivity_pointer",
              call -> show(call, "views.open", false)),
          ApiMethod.of(
              "views.push",
              ApiMethod.TIER_4,
              "view trigger_id interactivity_pointer",
              call -> show(call, "views.push", true)),
          ApiMethod.of(
              "views.update",
              ApiMethod.TIER_4,
              "view view_id external_id hash",
              ViewMethods::update),
          ApiMethod.of(
              "views.publish", ApiMethod.TIER_4, "user_id view hash", ViewMethods::publish));

  private ViewMethods() {}

  private static ObjectNode show(Call call, String method, boolean onTop) {
    FakeInteraction interaction =
        call.slack()
            .interaction(call.text("trigger_id").replaceFirst("\\.trigger$", ""))
            .filter(one -> one.person.workspace == call.workspace())
            .orElseThrow(() -> new SlackError("invalid_trigger_id"));
    check(call.slack(), method, call.arguments().path("view"), "modal");
    interaction.useTrigger();
    Deque<FakeView> modals = interaction.person.modals;
    if (onTop && modals.size() >= DEEPEST) {
      throw new SlackError("push_limit_reached");
    }
    if (!onTop) {
      modals.clear();
    }
    var view = new FakeView(interaction.person, call.arguments().path("view"), modals.peek());
    modals.push(view);
    interaction.add(view);
    return Call.ok().set("view", view.json());
  }

  private static ObjectNode update(Call call) {
    FakeView view =
        call.workspace().people().stream()
            .flatMap(person -> person.modals.stream())
            .filter(one -> is(one, call))
            .findFirst()
            .orElseThrow(() -> new SlackError("not_found"));
    check(call.slack(), "views.update", call.arguments().path("view"), "modal");
    checkHash(call, view);
    view.take(call.arguments().path("view"));
    return Call.ok().set("view", view.json());
  }

  private static boolean is(FakeView view, Call call) {
    return call.has("view_id")
        ? view.id().equals(call.text("view_id"))
        : call.has("external_id")
            && view.json().path("external_id").asText().equals(call.text("external_id"));
  }

  private static void checkHash(Call call, FakeView view) {
    if (call.has("hash") && !call.text("hash").equals(view.hash())) {
      throw new SlackError("hash_conflict");
    }
  }

  private static ObjectNode publish(Call call) {
    FakePerson person = call.person("user_id");
    check(call.slack(), "views.publish", call.arguments().path("view"), "home");
    person.home().ifPresent(view -> checkHash(call, view));
    JsonNode sent = call.arguments().path("view");
    FakeView view = person.home().orElseGet(() -> new FakeView(person, sent, null));
    view.take(sent);
    person.home(view);
    return Call.ok().set("view", view.json());
  }

  /** Throws what Slack would say to a view, and keeps it as a violation. */
  static void check(FakeSlack slack, String what, JsonNode view, String type) {
    var problems = new Problems();
    new ViewLimits(problems).view(view, type);
    boolean large = view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST;
    if (large || !problems.none()) {
      slack.violated(what + ": " + (large ? "view_too_large" : problems.toString()));
      throw SlackError.withMessages(
          large ? "view_too_large" : "invalid_arguments", problems.messages());
    }
  }
}
