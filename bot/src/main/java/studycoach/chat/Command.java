package studycoach.chat;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that people can ask for by name. Declared once: Discord registers it, Slack and the
 * terminal parse it, help explains it.
 *
 * @param name one word, or two for a member of a family, e.g. {@code group show}
 * @param summary one line, at most 100 characters
 * @param options in the order in which they may be given without their names
 */
public record Command(
    String name,
    String summary,
    Response response,
    Permission permission,
    List<Option> options,
    Function<Incoming.CommandCall, Reply> handler) {
  private static final Pattern NAME = Pattern.compile("[a-z]{1,32}( [a-z]{1,32})?");

  public Command {
    options = List.copyOf(options);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no command name: " + name);
    }
  }

  /** The first word: the command itself, or its family. */
  public String firstWord() {
    return name.split(" ", 2)[0];
  }
}
