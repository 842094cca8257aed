package studycoach.platform.terminal;

import java.util.List;
import java.util.Optional;
import studycoach.chat.Control;

/**
 * A numbered message that stands in the room.
 *
 * @param key of the outbox; empty for replies
 * @param audience the only one who sees it; empty if all do
 * @param under the message to whose thread it belongs; empty if to none
 * @param kept whether it is in the transcript
 * @param text its lines, as written
 */
record Notice(
    long number,
    Optional<String> key,
    Optional<String> audience,
    Optional<Long> under,
    boolean kept,
    List<String> text,
    List<Control> controls) {
  Notice {
    text = List.copyOf(text);
    controls = List.copyOf(controls);
  }

  boolean isSeenBy(String person) {
    return audience.isEmpty() || audience.get().equals(person);
  }

  /** Whether it is a direct message, rather than a reply that one person sees. */
  boolean isDirect() {
    return kept && audience.isPresent();
  }

  Notice with(List<String> newText, List<Control> newControls) {
    return new Notice(number, key, audience, under, kept, newText, newControls);
  }
}
