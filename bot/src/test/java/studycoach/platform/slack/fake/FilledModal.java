package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in a modal as Slack's client lets people do it. */
record FilledModal(FakeView view) {
  void fill(Map<String, ?> fields) {
    Set<String> unused = new HashSet<>(fields.keySet());
    for (Control control : Control.of(view.json())) {
      if (Inputs.isInput(control)) {
        fields.forEach(
            (name, value) -> {
              if (control.isCalled(name)) {
                unused.remove(name);
                type(control, value);
              }
            });
      }
    }
    if (!unused.isEmpty()) {
      throw new AssertionError("no field " + unused + " in\n" + view.text());
    }
    check();
  }

  private void type(Control control, Object value) {
    List<String> chosen =
        value instanceof List<?> many
            ? many.stream().map(String::valueOf).toList()
            : List.of(String.valueOf(value));
    view.choices().make(view.person, control, Inputs.holding(control, chosen));
  }

  private void check() {
    JsonNode values = view.json().path("state").path("values");
    for (Control control : Control.of(view.json())) {
      if (Inputs.isInput(control) && control.block().path("type").asText().equals("input")) {
        JsonNode held = values.path(control.blockId()).path(control.actionId());
        boolean optional = control.block().path("optional").asBoolean();
        if (!optional && Inputs.isEmpty(control, held)) {
          throw new AssertionError("the modal wants " + control.block().path("label"));
        }
        Inputs.checkLength(control, held);
      }
    }
  }
}
