package studycoach.chat;

/**
 * A line or a box to write in.
 *
 * @param key names its value in {@link Incoming.ModalSubmit#values()}
 * @param label at most 45 characters
 * @param initial what stands there at first; may be empty
 * @param longest how many characters it takes
 */
public record ModalField(
    String key, String label, String initial, boolean required, boolean box, int longest) {}
