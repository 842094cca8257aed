package studycoach.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studycoach.chat.Command;

/** What Discord allows for the words that follow the root command. */
final class FirstWords {
  private static final int MOST = 25;

  private FirstWords() {}

  /**
   * @throws IllegalArgumentException if there are too many, or one is both a command and a family
   */
  static void check(List<Command> commands) {
    Set<String> first = commands.stream().map(Command::firstWord).collect(Collectors.toSet());
    if (first.size() > MOST) {
      throw new IllegalArgumentException(first.size() + " first words, at most " + MOST);
    }
    Set<String> both = new HashSet<>(first);
    both.retainAll(names(commands, false));
    both.retainAll(names(commands, true));
    if (!both.isEmpty()) {
      throw new IllegalArgumentException("both a command and a family: " + both);
    }
  }

  private static Set<String> names(List<Command> commands, boolean families) {
    return commands.stream()
        .filter(command -> families != command.name().equals(command.firstWord()))
        .map(Command::firstWord)
        .collect(Collectors.toSet());
  }
}
