package studycoach.chat;

import java.util.List;

/**
 * A form.
 *
 * @param title at most 24 characters
 * @param fields 1 to 5
 */
public record Modal(ActionId id, String title, List<ModalField> fields) {
  private static final int MOST_FIELDS = 5;

  public Modal {
    fields = List.copyOf(fields);
    if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("a modal of " + fields.size() + " fields");
    }
  }
}
