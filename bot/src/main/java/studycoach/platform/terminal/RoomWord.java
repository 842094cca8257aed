package studycoach.platform.terminal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the room itself understands. */
enum RoomWord {
  AS("/as NAME", "speak as somebody else; alone: who is here"),
  NEXT("/next", "go to the next thing that is due"),
  CLOCK("/clock", "what time it is for the bot"),
  DOWN("/down 26h", "let time pass as if the bot had been off (90m, 26h, 3d)"),
  HELP("/help", "this list"),
  QUIT("/quit", "leave the room");

  private final String usage;
  private final String summary;

  RoomWord(String usage, String summary) {
    this.usage = usage;
    this.summary = summary;
  }

  String word() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  static Stream<String> words() {
    return Stream.of(values()).map(RoomWord::word);
  }

  String help() {
    return usage + " ".repeat(12 - usage.length()) + summary;
  }

  /** The word with which a line begins. */
  static Optional<RoomWord> of(String line) {
    String first = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(word -> word.word().equals(first)).findFirst();
  }
}
