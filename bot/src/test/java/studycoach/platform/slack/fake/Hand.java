package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A person's hand on the controls of a surface. */
record Hand(FakePerson person, FakeSurface surface) {
  private static final List<String> BUTTON = List.of("button");
  private static final List<String> BOXES = List.of("checkboxes");
  private static final List<String> MENUS =
      List.of(
          "static_select",
          "multi_static_select",
          "radio_buttons",
          "checkboxes",
          "overflow",
          "datepicker",
          "timepicker");

  static boolean sees(FakeSurface surface, String button) {
    return Control.find(surface.json(), button, BUTTON).isPresent();
  }

  FakeInteraction presses(String button) {
    Control control = control(button, BUTTON);
    return act(Payloads.pressed(control));
  }

  FakeInteraction selects(String menu, List<String> options) {
    return chooses(control(menu, MENUS), options);
  }

  FakeInteraction checks(List<String> options) {
    Control boxes =
        Control.of(surface.json()).stream()
            .filter(control -> BOXES.contains(control.type()))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new AssertionError("no checkboxes in\n" + surface.text()));
    return chooses(boxes, options);
  }

  /** What stands in an input block is sent only by submitting, unless it asks for more. */
  private FakeInteraction chooses(Control control, List<String> options) {
    boolean input = control.block().path("type").asText().equals("input");
    if (input && !control.block().path("dispatch_action").asBoolean()) {
      throw new AssertionError("is told only when submitted: " + control);
    }
    if (control.type().equals("overflow")) {
      return act(Payloads.overflowed(control, options));
    }
    ObjectNode held = Inputs.holding(control, options);
    surface.choices().make(person, control, held);
    return act(Payloads.chosen(control, held));
  }

  private FakeInteraction act(ObjectNode action) {
    FakeChannel place = surface instanceof FakeMessage message ? message.channel : null;
    var interaction = new FakeInteraction(FakeInteraction.Kind.ACTION, person, place, surface);
    return person.send(interaction, "interactive", Payloads.action(interaction, surface, action));
  }

  private Control control(String called, List<String> types) {
    return Control.find(surface.json(), called, types)
        .orElseThrow(() -> new AssertionError("no " + called + " in\n" + surface.text()));
  }
}
