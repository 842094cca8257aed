package studycoach.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may stand where the cursor is. */
final class Completion {
  private static final int MOST_NUMBERS = 10;
  private final CommandFinder finder;
  private final List<Command> commands;
  private final Origin origin;

  Completion(List<Command> commands, Origin origin) {
    this.finder = new CommandFinder(commands);
    this.commands = commands;
    this.origin = origin;
  }

  /**
   * Words to stand in place of the last one, which is empty after a blank.
   *
   * @throws UserError if the words before it can't be read
   */
  List<String> of(String upToCursor) {
    int start = upToCursor.length();
    while (start > 0 && !Lexer.isBlank(upToCursor.charAt(start - 1))) {
      start--;
    }
    String word = upToCursor.substring(start);
    List<Token> before = Lexer.read(upToCursor.substring(0, start));
    return candidates(before, word).distinct().toList();
  }

  private Stream<String> candidates(List<Token> before, String word) {
    if (before.isEmpty()) {
      return startingWith(word, commands.stream().map(Command::firstWord));
    }
    Optional<Command> command = finder.find(before);
    if (command.isPresent()) {
      int words = command.get().name().equals(command.get().firstWord()) ? 1 : 2;
      return ofOptions(command.get(), before.subList(words, before.size()), word);
    }
    String family = before.get(0).text().toLowerCase(Locale.ROOT);
    Stream<String> members =
        finder.family(family).stream().map(c -> c.name().substring(family.length() + 1));
    return before.size() == 1 ? startingWith(word, members) : Stream.empty();
  }

  private Stream<String> ofOptions(Command command, List<Token> before, String word) {
    int colon = word.indexOf(':');
    Optional<Option> written = option(command, word.substring(0, Math.max(colon, 0)));
    if (written.isPresent()) {
      return values(written.get(), word.substring(colon + 1))
          .map(value -> written.get().name() + ":" + value);
    }
    Optional<Option> awaiting = awaiting(command, before);
    if (awaiting.isPresent()) {
      return values(awaiting.get(), word);
    }
    List<Option> free =
        command.options().stream().filter(option -> !isGiven(option, before)).toList();
    return Stream.concat(
        startingWith(word, free.stream().map(option -> option.name() + ":")),
        free.stream().limit(1).flatMap(option -> values(option, word)));
  }

  private static Optional<Option> awaiting(Command command, List<Token> before) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Token last = before.get(before.size() - 1);
    boolean plainWord = !last.named() && !last.quoted();
    String name = last.awaitsValue() ? last.name() : plainWord ? last.value() : "";
    return option(command, name);
  }

  private static boolean isGiven(Option option, List<Token> before) {
    return before.stream()
        .map(token -> token.named() || token.quoted() ? token.name() : token.value())
        .anyMatch(option.name()::equalsIgnoreCase);
  }

  private static Optional<Option> option(Command command, String name) {
    return command.options().stream()
        .filter(option -> option.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private Stream<String> values(Option option, String start) {
    return startingWith(start, option.accept(new Values(origin)).stream())
        .map(CommandFormat::quotedIfNeeded);
  }

  private static Stream<String> startingWith(String start, Stream<String> words) {
    return words.filter(word -> word.regionMatches(true, 0, start, 0, start.length()));
  }

  private record Values(Origin origin) implements Option.Visitor<List<String>> {
    @Override
    public List<String> text(Option.Text option) {
      return option.suggestions().in(origin);
    }

    @Override
    public List<String> number(Option.Number option) {
      return IntStream.rangeClosed(option.from(), option.to())
          .limit(MOST_NUMBERS)
          .mapToObj(Integer::toString)
          .toList();
    }

    @Override
    public List<String> choice(Option.Choice option) {
      return option.words();
    }

    @Override
    public List<String> flag(Option.Flag option) {
      return List.of("yes", "no");
    }

    @Override
    public List<String> person(Option.Person option) {
      return List.of();
    }

    @Override
    public List<String> role(Option.Role option) {
      return List.of();
    }

    @Override
    public List<String> date(Option.Date option) {
      return List.of();
    }
  }
}
