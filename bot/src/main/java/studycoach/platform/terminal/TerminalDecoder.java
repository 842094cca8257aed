package studycoach.platform.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.RoleRef;
import studycoach.chat.UserRef;

/** Reads a typed line as a command, or as the labels of controls that the speaker sees. */
final class TerminalDecoder {
  private static final int LONGEST_CLICK = 1000;

  /** A person or a role, as the option wants it: the room has whoever is named. */
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\S)(?:[A-Za-z]{1,32}:)?(@\\S{1,80})(?!\\S)");

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9}) (.+)");

  private final String root;

  /**
   * @param root the word after the slash with which a command may begin
   */
  TerminalDecoder(String root) {
    this.root = root.toLowerCase(Locale.ROOT);
  }

  /**
   * @param firstWords of all commands: alone in a line they are never labels
   * @param seen what the speaker sees, the newest first
   */
  Decoded decode(Origin origin, String line, Set<String> firstWords, List<Notice> seen) {
    String words = folded(line);
    if (isCommand(line)) {
      return typed(origin, line.strip().substring(root.length() + 1).strip());
    }
    if (words.isEmpty() || firstWords.contains(words) || words.length() > LONGEST_CLICK) {
      return typed(origin, line.strip());
    }
    return clicked(origin, words, seen).orElseGet(() -> typed(origin, line.strip()));
  }

  /** Whether the line begins with the slash and the root word. */
  boolean isCommand(String line) {
    return firstWord(line).equals("/" + root);
  }

  static String firstWord(String line) {
    return folded(line.strip().split("\\s", 2)[0]);
  }

  private static Decoded typed(Origin origin, String words) {
    Map<String, UserRef> people = new HashMap<>();
    Map<String, RoleRef> roles = new HashMap<>();
    Matcher named = NAMED.matcher(words);
    while (named.find()) {
      String name = named.group(1).substring(1);
      people.put(named.group(1), TerminalAdapter.account(name));
      roles.put(named.group(1), TerminalAdapter.role(name));
    }
    return new Decoded.Sent(new Incoming.Typed(origin, words, people, roles), Optional.empty());
  }

  private static Optional<Decoded> clicked(Origin origin, String words, List<Notice> seen) {
    Matcher numbered = NUMBERED.matcher(words);
    if (!numbered.matches()) {
      return newest(origin, words, seen);
    }
    long number = Long.parseLong(numbered.group(1));
    List<Notice> meant = matching(seen, notice -> notice.number() == number);
    return newest(origin, numbered.group(2), meant)
        .or(() -> newest(origin, words, seen))
        .or(() -> meant.isEmpty() ? Optional.empty() : Optional.of(nothing(number)));
  }

  private static Decoded nothing(long number) {
    return new Decoded.Wrong("Message " + number + " has nothing to press of that name.");
  }

  private static List<Notice> matching(List<Notice> notices, Predicate<Notice> predicate) {
    return notices.stream().filter(predicate).toList();
  }

  private static Optional<Decoded> newest(Origin origin, String words, List<Notice> notices) {
    return notices.stream().flatMap(notice -> in(notice, origin, words).stream()).findFirst();
  }

  /** A button is meant rather than a select of the same message. */
  private static Optional<Decoded> in(Notice notice, Origin speaker, String words) {
    Origin origin = notice.isDirect() ? inDirectMessage(speaker) : speaker;
    Optional<Decoded> first = Optional.empty();
    for (Control control : notice.controls()) {
      if (control instanceof Control.Button button && folded(button.label()).equals(words)) {
        return Optional.of(click(notice, new Incoming.Click(origin, button.id(), List.of())));
      }
      if (first.isEmpty() && control instanceof Control.Select select) {
        first = chosen(select, words).map(values -> filled(notice, origin, select, values));
      }
    }
    return first;
  }

  private static Origin inDirectMessage(Origin speaker) {
    return new Origin(speaker.user(), speaker.name(), Optional.empty(), speaker.manager());
  }

  private static Decoded filled(
      Notice notice, Origin origin, Control.Select select, List<String> values) {
    if (values.size() < select.min() || values.size() > select.max()) {
      String labels = TerminalRenderer.labels(select);
      return new Decoded.Wrong("Choose " + TerminalRenderer.count(select) + " of " + labels + ".");
    }
    return click(notice, new Incoming.Click(origin, select.id(), values));
  }

  private static Decoded click(Notice notice, Incoming.Click click) {
    return new Decoded.Sent(click, Optional.of(notice.number()));
  }

  /** The values whose labels these words are, after the select's name if it is given. */
  private static Optional<List<String>> chosen(Control.Select select, String words) {
    String name = folded(select.prompt().split(":", 2)[0]) + " ";
    return labelled(select, words)
        .or(
            () ->
                words.startsWith(name)
                    ? labelled(select, words.substring(name.length()))
                    : Optional.empty());
  }

  /** The values whose labels these words are, each once; empty if they are anything else. */
  private static Optional<List<String>> labelled(Control.Select select, String words) {
    List<String> values = new ArrayList<>();
    String rest = words;
    while (!rest.isEmpty()) {
      Optional<Control.SelectOption> next = longest(select, rest);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (!values.contains(next.get().value())) {
        values.add(next.get().value());
      }
      rest = rest.substring(folded(next.get().label()).length()).stripLeading();
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static Optional<Control.SelectOption> longest(Control.Select select, String words) {
    return select.choices().stream()
        .filter(choice -> (words + " ").startsWith(folded(choice.label()) + " "))
        .max(Comparator.comparingInt(choice -> choice.label().length()));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
