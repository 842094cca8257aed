package studycoach.chat;

import java.util.List;

/**
 * Commands as text, for platforms on which they are typed: {@code setup exam:mls-c01 questions 3}.
 *
 * <p>After the command's one or two words come options in any order, as {@code name:value}, as
 * {@code name value}, or as values alone, which fill the options that are left in declared order. A
 * value in double quotes may hold blanks; {@code \"} and {@code \\} stand for themselves there. An
 * empty line means {@code home}.
 */
public final class CommandLine {
  private static final int LONGEST = 2000;

  private CommandLine() {}

  /**
   * Reads a command.
   *
   * @throws UserError if it is none of these commands or its options are not what it takes; says
   *     what is allowed, with an example
   */
  public static Incoming.CommandCall parse(List<Command> commands, Incoming.Typed typed) {
    if (typed.line().length() > LONGEST) {
      throw new UserError(
          "That line has %,d characters, and I read at most %,d. Type help for all commands."
              .formatted(typed.line().length(), LONGEST));
    }
    List<Token> tokens = Lexer.read(typed.line());
    Command command = new CommandFinder(commands).in(tokens);
    int words = command.name().split(" ", -1).length;
    Arguments arguments =
        ArgumentsReader.read(command, tokens.stream().skip(words).toList(), typed);
    return new Incoming.CommandCall(typed.origin(), command.name(), arguments);
  }

  /** One line, e.g. {@code setup exam:TEXT questions:1-5 feedback:instant|sealed}. */
  public static String usage(Command command) {
    return CommandFormat.usage(command);
  }

  /** What an option takes, in words, e.g. {@code a whole number from 1 to 5}. */
  public static String takes(Option option) {
    return OptionForm.of(option).allowed();
  }

  /**
   * The line that {@link #parse} reads as this; a person or role is written {@code @} and its id.
   */
  public static String format(String command, Arguments arguments) {
    return CommandFormat.line(command, arguments);
  }

  /**
   * Words that may stand in place of the last one before the cursor, which is empty after a blank:
   * command words, options with their colon, values.
   *
   * @return empty if nothing fits or the line can't be read; never throws
   */
  public static List<String> complete(List<Command> commands, Origin origin, String upToCursor) {
    if (upToCursor.length() > LONGEST) {
      return List.of();
    }
    try {
      return new Completion(commands, origin).of(upToCursor);
    } catch (UserError e) {
      return List.of();
    }
  }
}
