package studycoach.room;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rooms have printed: what stands there, and which answers were confirmed to whom. */
final class CrashLog {
  private static final Pattern QUESTION =
      Pattern.compile("\\[(\\d+)] == (?:Extra question|Question) .*");
  private static final Pattern TYPED = Pattern.compile("(\\w+)> (?:(\\d+) )?(.*)");
  private static final Pattern CONFIRMED =
      Pattern.compile("\\[\\d+] \\(only (\\w+)\\) (?:Right\\.|Not this time\\.|Noted: ).*");
  private static final Pattern COPY = Pattern.compile("\\[\\d+] \\(only (\\w+)\\) == Your copy.*");
  private static final Pattern STREAK =
      Pattern.compile("\\[\\d+] \\(only (\\w+)\\) == Your streak: (\\d+) drops? ==");

  /** An answer to the public post of a number. */
  record Confirmed(String person, long message) {}

  private final TreeSet<Long> questions = new TreeSet<>();
  private final Set<Confirmed> confirmed = new LinkedHashSet<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private final Set<String> openCopies = new LinkedHashSet<>();
  private final Map<String, Integer> streaks = new HashMap<>();
  private final AtomicInteger echoes = new AtomicInteger();
  private String number = "";

  synchronized void line(String line) {
    Matcher typed = TYPED.matcher(line);
    Matcher question = QUESTION.matcher(line);
    Matcher answer = CONFIRMED.matcher(line);
    Matcher copy = COPY.matcher(line);
    Matcher streak = STREAK.matcher(line);
    if (typed.matches()) {
      number = typed.group(2) == null ? "" : typed.group(2);
      echoes.incrementAndGet();
    } else if (question.matches()) {
      questions.add(Long.valueOf(question.group(1)));
    } else if (answer.matches()) {
      confirmed(answer.group(1));
    } else if (copy.matches()) {
      openCopies.add(copy.group(1));
    } else if (streak.matches()) {
      streaks.put(streak.group(1), Integer.valueOf(streak.group(2)));
    }
  }

  private void confirmed(String person) {
    if (!number.isEmpty()) {
      confirmed.add(new Confirmed(person, Long.parseLong(number)));
    } else if (openCopies.remove(person)) {
      // A copy is only ever of a question that was not answered, so each counts.
      copies.merge(person, 1, Integer::sum);
    }
  }

  /** Copies are private to a process, and so is what was typed last. */
  synchronized void restarted() {
    openCopies.clear();
    number = "";
    echoes.set(0);
  }

  int echoes() {
    return echoes.get();
  }

  /** A question that stands in the room; mostly a recent one. */
  synchronized long question(int back) {
    Long found = questions.isEmpty() ? Long.valueOf(1) : questions.last();
    for (int i = 0; i < back && questions.lower(found) != null; i++) {
      found = questions.lower(found);
    }
    return found;
  }

  synchronized Set<Confirmed> confirmed() {
    return Set.copyOf(confirmed);
  }

  synchronized Map<String, Integer> copies() {
    return Map.copyOf(copies);
  }

  synchronized Map<String, Integer> streaks() {
    return Map.copyOf(streaks);
  }
}
