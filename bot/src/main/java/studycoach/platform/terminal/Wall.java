package studycoach.platform.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studycoach.chat.Message;

/**
 * All that stands in the room, and the only one who prints. Its lock guards both, since posts
 * arrive from other threads while a line is being typed.
 */
final class Wall implements AutoCloseable {
  private static final int NARROWEST = 30;
  private final NavigableMap<Long, Notice> notices = new TreeMap<>();
  private final Transcript transcript;
  private final Screen screen;

  Wall(Path transcript, Screen screen) {
    this.transcript = Transcript.open(transcript, notices);
    this.screen = screen;
  }

  /** Keeps the message and shows it. */
  synchronized long post(Optional<String> audience, Optional<String> key, Message message) {
    return keep(notice(audience, key, Optional.empty(), true, message), message);
  }

  /** The same in the thread under a message; empty if there is none of that number. */
  synchronized Optional<Long> postUnder(long parent, String key, Message message) {
    return notices.containsKey(parent)
        ? Optional.of(
            keep(
                notice(Optional.empty(), Optional.of(key), Optional.of(parent), true, message),
                message))
        : Optional.empty();
  }

  private long keep(Notice notice, Message message) {
    transcript.post(notice);
    return hang(notice, message);
  }

  /** Shows a person something that is gone when the room closes. */
  synchronized long whisper(String person, Message message) {
    return hang(
        notice(Optional.of(person), Optional.empty(), Optional.empty(), false, message), message);
  }

  private Notice notice(
      Optional<String> audience,
      Optional<String> key,
      Optional<Long> under,
      boolean kept,
      Message message) {
    long number = notices.isEmpty() ? 1 : notices.lastKey() + 1;
    return new Notice(
        number, key, audience, under, kept, words(message), message.controls().toList());
  }

  private long hang(Notice notice, Message message) {
    notices.put(notice.number(), notice);
    printWhole(notice, message);
    return notice.number();
  }

  /** Changes a message and shows what is new in it; false if there is none of that number. */
  synchronized boolean edit(long number, Message message) {
    Notice old = notices.get(number);
    if (old == null) {
      return false;
    }
    change(old, message);
    List<String> known = new ArrayList<>(old.text());
    for (Line line : TerminalRenderer.draw(message)) {
      if (!known.remove(line.words()) && !line.words().isBlank()) {
        String prefix = "  " + head(old) + "~ ";
        print(List.of(line.after(prefix, prefix.length())));
      }
    }
    return true;
  }

  /** Changes a message that only this person sees and shows it whole; false if it isn't one. */
  synchronized boolean replace(long number, String person, Message message) {
    Notice old = notices.get(number);
    if (old == null || !old.audience().equals(Optional.of(person))) {
      return false;
    }
    change(old, message);
    printWhole(old, message);
    return true;
  }

  private void change(Notice old, Message message) {
    Notice changed = old.with(words(message), message.controls().toList());
    if (old.kept() && !changed.equals(old)) {
      transcript.edit(changed);
    }
    notices.put(old.number(), changed);
  }

  /**
   * @param under the message in whose thread to look
   */
  synchronized Optional<Notice> find(Optional<String> audience, Optional<Long> under, String key) {
    return notices.values().stream()
        .filter(notice -> notice.key().equals(Optional.of(key)))
        .filter(notice -> notice.audience().equals(audience) && notice.under().equals(under))
        .findFirst();
  }

  /** What this person sees, the newest first. */
  synchronized List<Notice> seenBy(String person) {
    return notices.values().stream()
        .filter(notice -> notice.isSeenBy(person))
        .sorted(Comparator.comparingLong(Notice::number).reversed())
        .toList();
  }

  /** Shows lines of the room itself, which have no number. */
  synchronized void say(String text) {
    print(Visible.text(text).lines().map(Line::of).toList());
  }

  private static List<String> words(Message message) {
    return TerminalRenderer.draw(message).stream().map(Line::words).toList();
  }

  private static String head(Notice notice) {
    String audience = notice.audience().map(name -> only(name) + " ").orElse("");
    String thread = notice.under().map(parent -> "(thread of " + parent + ") ").orElse("");
    return "[" + notice.number() + "] " + audience + thread;
  }

  /** The mark of what one person alone sees. */
  static String only(String name) {
    return "(only " + Visible.line(name) + ")";
  }

  private void printWhole(Notice notice, Message message) {
    int indent = ("[" + notice.number() + "] ").length();
    List<Line> lines = new ArrayList<>();
    for (Line line : TerminalRenderer.draw(message)) {
      lines.add(line.after(lines.isEmpty() ? head(notice) : " ".repeat(indent), indent));
    }
    print(lines.isEmpty() ? List.of(Line.of(head(notice))) : lines);
  }

  private void print(List<Line> lines) {
    int width = Math.max(NARROWEST, screen.width());
    screen.print(
        lines.stream()
            .flatMap(line -> line.wrap(width).stream())
            .map(row -> screen.colour() ? row.toAnsi() : row.toString())
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n")));
  }

  @Override
  public synchronized void close() {
    transcript.close();
  }
}
