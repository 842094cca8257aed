package studycoach.chat;

import java.util.List;

/** An option of a command, checked before the handler runs. */
public sealed interface Option {

  /** Lower case, at most 32 characters. */
  String name();

  String summary();

  <R> R accept(Visitor<R> visitor);

  /** Any text. */
  record Text(String name, String summary, Suggestions suggestions) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** A whole number from {@code from} to {@code to}. */
  record Number(String name, String summary, int from, int to) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** One of a few words, in any letter case. */
  record Choice(String name, String summary, List<String> words) implements Option {
    public Choice {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("nothing to choose: " + name);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** Yes or no. */
  record Flag(String name, String summary) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flag(this);
    }
  }

  /** An account of this platform. */
  record Person(String name, String summary) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.person(this);
    }
  }

  /** A role of this platform's workspace. */
  record Role(String name, String summary) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.role(this);
    }
  }

  /** A day, written 2026-11-21. */
  record Date(String name, String summary) implements Option {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(this);
    }
  }

  /** One method a kind, so that a new kind does not compile until everybody can read it. */
  interface Visitor<R> {
    R text(Text option);

    R number(Number option);

    R choice(Choice option);

    R flag(Flag option);

    R person(Person option);

    R role(Role option);

    R date(Date option);
  }
}
