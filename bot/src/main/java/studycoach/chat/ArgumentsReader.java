package studycoach.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studycoach.markup.Nearest;

/** Reads the options of one command: first those with a name, then the rest in declared order. */
final class ArgumentsReader {
  private final Command command;
  private final Incoming.Typed line;
  private final Map<String, Object> values = new HashMap<>();
  private final List<Token> bare = new ArrayList<>();

  private ArgumentsReader(Command command, Incoming.Typed line) {
    this.command = command;
    this.line = line;
  }

  /**
   * What the words after the command's name give.
   *
   * @param line that they stand in
   * @throws UserError if they are not what the command takes
   */
  static Arguments read(Command command, List<Token> tokens, Incoming.Typed line) {
    ArgumentsReader reader = new ArgumentsReader(command, line);
    Deque<Token> rest = new ArrayDeque<>(tokens);
    while (!rest.isEmpty()) {
      reader.take(rest.remove(), rest);
    }
    reader.bare.forEach(reader::fillNext);
    return new Arguments(reader.values);
  }

  private void take(Token token, Deque<Token> rest) {
    if (token.named()) {
      Option option = option(token.name()).orElseThrow(() -> unknownOption(token));
      put(option, token.awaitsValue() ? next(option, rest) : token.value());
      return;
    }
    Optional<Option> named = token.quoted() ? Optional.empty() : option(token.value());
    named.ifPresentOrElse(option -> put(option, next(option, rest)), () -> bare.add(token));
  }

  private String next(Option option, Deque<Token> rest) {
    boolean none = rest.isEmpty() || option(rest.element().name()).isPresent();
    if (none && values.containsKey(option.name())) {
      throw twice(option);
    }
    if (none) {
      OptionForm form = OptionForm.of(option);
      throw error(option.name() + " needs a value: " + form.allowed() + "." + example(option));
    }
    return rest.remove().text();
  }

  private void fillNext(Token token) {
    Option free =
        command.options().stream()
            .filter(option -> !values.containsKey(option.name()))
            .findFirst()
            .orElseThrow(() -> tooMany(token));
    put(free, token.text());
  }

  private void put(Option option, String typed) {
    if (values.containsKey(option.name())) {
      throw twice(option);
    }
    Object value =
        option.accept(new OptionReader(typed, line)).orElseThrow(() -> unfit(option, typed));
    values.put(option.name(), value);
  }

  private Optional<Option> option(String name) {
    return command.options().stream()
        .filter(option -> option.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private UserError unfit(Option option, String typed) {
    List<String> words =
        new ArrayList<>(option instanceof Option.Choice choice ? choice.words() : List.of());
    command.options().forEach(other -> words.add(other.name()));
    return error(
        Echo.of(typed)
            + " does not fit "
            + option.name()
            + ", which takes "
            + OptionForm.of(option).allowed()
            + "."
            + guess(typed, words)
            + example(option));
  }

  private UserError twice(Option option) {
    return error(
        option.name()
            + " is given twice, and once is allowed. If one of them is a value, put it"
            + " in \"double quotes\"."
            + example(option));
  }

  private UserError unknownOption(Token token) {
    return error(
        command.name()
            + " has no option "
            + Echo.of(token.name())
            + "."
            + guess(token.name(), optionNames())
            + takes()
            + " If it is a value, put it in \"double quotes\".");
  }

  private UserError tooMany(Token token) {
    return error(
        Echo.of(token.text())
            + " is more than "
            + command.name()
            + " takes."
            + guess(token.text(), optionNames())
            + takes()
            + " Text with blanks needs \"double quotes\".");
  }

  private String takes() {
    return optionNames().isEmpty()
        ? " It takes no options."
        : " It takes " + String.join(", ", optionNames()) + "." + example(command.options().get(0));
  }

  private List<String> optionNames() {
    return command.options().stream().map(Option::name).toList();
  }

  private static String guess(String typed, List<String> words) {
    return Nearest.of(typed, words).map(word -> " Did you mean " + word + "?").orElse("");
  }

  private static String example(Option option) {
    return " For example: " + option.name() + ":" + OptionForm.of(option).example();
  }

  private UserError error(String text) {
    return new UserError(text + "\nUsage: " + CommandFormat.usage(command));
  }
}
