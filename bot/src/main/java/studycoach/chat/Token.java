package studycoach.chat;

/**
 * A word of a command line.
 *
 * @param name what stands before the colon of {@code name:value}; empty for a plain word
 * @param value what stands after it, without quotes; empty if the value is the next word
 * @param quoted whether the value stood in quotes, and so is never an option's name
 */
record Token(String name, String value, boolean quoted) {

  boolean named() {
    return !name.isEmpty();
  }

  /** Whether this is {@code name:} with nothing behind it. */
  boolean awaitsValue() {
    return named() && value.isEmpty() && !quoted;
  }

  /** The whole word, for where no option is meant. */
  String text() {
    return named() ? name + ":" + value : value;
  }
}
