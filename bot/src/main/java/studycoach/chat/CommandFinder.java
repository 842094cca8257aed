package studycoach.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studycoach.markup.Nearest;

/** Finds the command that the first one or two words of a line name. */
final class CommandFinder {
  private static final String HOME = "home";
  private static final String HELP = " Type help for all commands.";
  private final List<Command> commands;

  CommandFinder(List<Command> commands) {
    this.commands = commands;
  }

  /**
   * The command that a line begins with, {@code home} for an empty one.
   *
   * @throws UserError if there is none, with the nearest one
   */
  Command in(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return named(HOME).orElseThrow(() -> new UserError(HELP.strip()));
    }
    String first = word(tokens.get(0));
    return named(first).orElseGet(() -> member(first, tokens));
  }

  /** As {@link #in}, but without a word about why not. */
  Optional<Command> find(List<Token> tokens) {
    String names =
        tokens.stream().limit(2).map(CommandFinder::word).collect(Collectors.joining(" "));
    Optional<Command> alone = tokens.stream().findFirst().flatMap(token -> named(word(token)));
    return alone.or(() -> named(names));
  }

  List<Command> family(String name) {
    return commands.stream().filter(command -> command.name().startsWith(name + " ")).toList();
  }

  private Command member(String first, List<Token> tokens) {
    List<Command> family = family(first);
    if (family.isEmpty()) {
      throw unknown(tokens.get(0).text());
    }
    if (tokens.size() == 1) {
      throw new UserError(
          "Say what to do with "
              + first
              + ": "
              + list(family)
              + ". For example: "
              + family.get(0).name());
    }
    return named(first + " " + word(tokens.get(1)))
        .orElseThrow(() -> unknownMember(first, tokens.get(1).text(), family));
  }

  private UserError unknown(String typed) {
    Optional<String> nearest =
        Nearest.of(typed, commands.stream().map(Command::firstWord).distinct().toList())
            .or(() -> memberCalled(typed));
    return new UserError("There is no command " + Echo.of(typed) + "." + guess(nearest) + HELP);
  }

  private Optional<String> memberCalled(String typed) {
    String end = " " + typed.toLowerCase(Locale.ROOT);
    return commands.stream().map(Command::name).filter(name -> name.endsWith(end)).findFirst();
  }

  private static UserError unknownMember(String first, String typed, List<Command> family) {
    Optional<String> nearest =
        Nearest.of(typed, family.stream().map(command -> lastWord(command)).toList());
    return new UserError(
        "There is no command "
            + first
            + " "
            + Echo.of(typed)
            + "."
            + guess(nearest.map(word -> first + " " + word))
            + " There are "
            + list(family)
            + "."
            + HELP);
  }

  private static String guess(Optional<String> nearest) {
    return nearest.map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static String list(List<Command> family) {
    return family.stream().map(CommandFinder::lastWord).collect(Collectors.joining(", "));
  }

  private static String lastWord(Command command) {
    return command.name().substring(command.name().indexOf(' ') + 1);
  }

  private Optional<Command> named(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private static String word(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
