package studycoach.platform.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studycoach.chat.Incoming;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.Origin;

/** A form that somebody is filling in, a line a field. */
final class OpenForm {
  private final Modal modal;
  private final Optional<Long> source;
  private final Map<String, String> values = new HashMap<>();
  private int filled;

  /**
   * @param source the number of the message whose control opened it
   */
  OpenForm(Modal modal, Optional<Long> source) {
    this.modal = modal;
    this.source = source;
  }

  Optional<Long> source() {
    return source;
  }

  String title() {
    return modal.title();
  }

  /** Asks for the field that is next. */
  String prompt() {
    ModalField field = field();
    String initial = field.initial().isEmpty() ? "" : " [" + field.initial() + "]";
    return Visible.line(field.label() + initial) + ": ";
  }

  /** Takes a field's value, or tells why not. */
  Optional<String> take(String line) {
    ModalField field = field();
    String value = line.isBlank() ? field.initial() : line;
    if (value.isBlank() && field.required()) {
      return Optional.of("This one is needed. (/cancel gives up)");
    }
    if (value.codePointCount(0, value.length()) > field.longest()) {
      return Optional.of("At most " + field.longest() + " characters, please.");
    }
    values.put(field.key(), value);
    filled++;
    return Optional.empty();
  }

  boolean isFilled() {
    return filled == modal.fields().size();
  }

  Incoming submit(Origin origin) {
    return new Incoming.ModalSubmit(origin, modal.id(), values);
  }

  private ModalField field() {
    return modal.fields().get(filled);
  }
}
