package studycoach.platform.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.HashMap;
import java.util.Map;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;

/** Draws a {@link Modal}, and reads what was written into it. */
final class SlackForms {
  private static final int TITLE = 24;
  private static final int LABEL = 2_000;
  private static final int VALUE = 3_000;
  private static final String PLAIN = "plain_text";

  private SlackForms() {}

  /**
   * The view of a form.
   *
   * @param metadata that comes back with it, at most 3,000 characters
   */
  static String of(Modal modal, String metadata) {
    View view =
        View.builder()
            .type("modal")
            .callbackId(modal.id().encode())
            .privateMetadata(metadata)
            .title(
                ViewTitle.builder()
                    .type(PLAIN)
                    .text(SlackText.line(modal.title(), TITLE).getText())
                    .build())
            .submit(ViewSubmit.builder().type(PLAIN).text("Send").build())
            .close(ViewClose.builder().type(PLAIN).text("Cancel").build())
            .blocks(modal.fields().stream().map(SlackForms::field).toList())
            .build();
    return Json.of(view).toString();
  }

  private static LayoutBlock field(ModalField field) {
    int longest = Math.min(field.longest(), VALUE);
    return InputBlock.builder()
        .blockId(field.key())
        .label(SlackText.line(field.label(), LABEL))
        .optional(!field.required())
        .element(
            PlainTextInputElement.builder()
                .actionId(field.key())
                .multiline(field.box())
                .maxLength(longest)
                .initialValue(
                    field.initial().isEmpty() ? null : SlackText.cut(field.initial(), longest))
                .build())
        .build();
  }

  /** What was written, by the key of the field. */
  static Map<String, String> values(ViewState state) {
    Map<String, String> values = new HashMap<>();
    state
        .getValues()
        .forEach(
            (key, elements) ->
                elements
                    .values()
                    .forEach(
                        value ->
                            values.put(key, value.getValue() == null ? "" : value.getValue())));
    return values;
  }
}
