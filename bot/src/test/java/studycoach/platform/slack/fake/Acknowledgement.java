package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Deque;

/** What an acknowledgement brings besides itself. */
record Acknowledgement(FakeSlack slack, FakeInteraction interaction) {
  void take(JsonNode carried) {
    try {
      checked(carried);
    } catch (SlackError e) {
      slack.violated("acknowledgement: " + e.body());
    }
  }

  private void checked(JsonNode carried) {
    switch (interaction.kind) {
      case COMMAND -> {
        if (!carried.isEmpty()) {
          new Responses(slack, interaction).take(carried);
        }
      }
      case SUBMISSION -> submission(carried);
      case ACTION, CLOSING -> {
        if (!carried.isEmpty()) {
          slack.violated("an acknowledgement takes nothing here: " + carried);
        }
      }
    }
  }

  private void submission(JsonNode carried) {
    if (!(interaction.source instanceof FakeView view)) {
      return;
    }
    Deque<FakeView> modals = interaction.person.modals;
    switch (carried.path("response_action").asText()) {
      case "errors" -> errors(view, carried);
      case "update" -> {
        ViewMethods.check(slack, "view_submission", carried.path("view"), "modal");
        view.take(carried.path("view"));
        interaction.add(view);
      }
      case "push" -> {
        ViewMethods.check(slack, "view_submission", carried.path("view"), "modal");
        var pushed = new FakeView(interaction.person, carried.path("view"), view);
        modals.push(pushed);
        interaction.add(pushed);
      }
      case "clear" -> modals.clear();
      case "" -> modals.remove(view);
      default -> slack.violated("unknown response_action: " + carried);
    }
  }

  private void errors(FakeView view, JsonNode carried) {
    ObjectNode json = view.json();
    carried
        .path("errors")
        .fieldNames()
        .forEachRemaining(
            block -> {
              boolean input =
                  Json.each(json.path("blocks"))
                      .anyMatch(
                          one ->
                              one.path("block_id").asText().equals(block)
                                  && one.path("type").asText().equals("input"));
              if (!input) {
                slack.violated("errors for what is no input block: " + block);
              }
            });
  }
}
