package studycoach.chat;

import java.util.List;

/** An option of a command, checked before the handler runs. */
public sealed interface Option {

  /** Lower case, at most 32 characters. */
  String name();

  String summary();

  /** Any text. */
  record Text(String name, String summary, Suggestions suggestions) implements Option {}

  /** A whole number from {@code from} to {@code to}. */
  record Number(String name, String summary, int from, int to) implements Option {}

  /** One of a few words, in any letter case. */
  record Choice(String name, String summary, List<String> words) implements Option {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** Yes or no. */
  record Flag(String name, String summary) implements Option {}

  /** An account of this platform. */
  record Person(String name, String summary) implements Option {}

  /** A day, written 2026-11-21. */
  record Date(String name, String summary) implements Option {}
}
