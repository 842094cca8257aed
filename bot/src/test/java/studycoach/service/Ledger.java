package studycoach.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;

/** What people answered and what they saw of it. */
final class Ledger {
  private static final Pattern TAKEN =
      Pattern.compile("(?:You chose|Noted:) \\W*([A-H](?: and [A-H])*)");
  private static final String BEFORE = "answered this one already";

  private final Map<Key, List<Press>> presses = new HashMap<>();
  private final Map<String, Integer> others = new TreeMap<>();

  /** Whose answer to what. */
  record Key(String channel, String ts, String person) {
    static Key of(FakeMessage question, FakePerson person) {
      return new Key(question.channel().id(), question.ts(), person.id());
    }
  }

  /** What an answer came to, as far as its person knows. */
  enum Outcome {
    TAKEN,
    /** It was taken under seal, and may be changed. */
    NOTED,
    /** An earlier one is final. */
    BEFORE,
    REFUSED,
    /** They are to try again. */
    LATER,
    UNKNOWN
  }

  /**
   * One answer.
   *
   * @param letters e.g. {@code A and C}
   */
  record Press(String letters, Outcome outcome) {}

  /** Notes what somebody pressed and read; an empty text is none. */
  synchronized Outcome note(Key key, String letters, String read) {
    Outcome outcome = outcome(letters, read);
    presses.computeIfAbsent(key, k -> new ArrayList<>()).add(new Press(letters, outcome));
    return outcome;
  }

  private Outcome outcome(String letters, String read) {
    Matcher taken = TAKEN.matcher(read);
    if (read.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (read.contains(BEFORE)) {
      return Outcome.BEFORE;
    }
    if (taken.find() && taken.group(1).equals(letters)) {
      return read.contains("Noted:") ? Outcome.NOTED : Outcome.TAKEN;
    }
    others.merge(read.lines().findFirst().orElse(""), 1, Integer::sum);
    return read.contains("try again") ? Outcome.LATER : Outcome.REFUSED;
  }

  synchronized Map<Key, List<Press>> presses() {
    return new HashMap<>(presses);
  }

  /** What was said besides, and how often. */
  synchronized Map<String, Integer> others() {
    return new TreeMap<>(others);
  }

  synchronized long count(Outcome outcome) {
    return presses.values().stream()
        .flatMap(List::stream)
        .filter(press -> press.outcome() == outcome)
        .count();
  }

  /**
   * What is wrong with what was kept of the answers under a key; empty if nothing.
   *
   * @param kept letters; empty if none
   */
  static String wrong(List<Press> presses, String kept) {
    List<String> taken = letters(presses, Outcome.TAKEN);
    List<String> noted = letters(presses, Outcome.NOTED);
    List<String> unknown = new ArrayList<>(letters(presses, Outcome.UNKNOWN));
    unknown.addAll(letters(presses, Outcome.LATER)); // The connection may break after the commit.
    boolean told = letters(presses, Outcome.BEFORE).size() > 0;
    if (taken.size() > 1) {
      return "confirmed as final more than once";
    }
    if (kept.isEmpty()) {
      return taken.isEmpty() && noted.isEmpty() && !told ? "" : "confirmed and lost";
    }
    if (!taken.isEmpty()) {
      return taken.contains(kept) ? "" : "another choice is kept than was confirmed";
    }
    boolean last = !noted.isEmpty() && noted.get(noted.size() - 1).equals(kept);
    return last || unknown.contains(kept) ? "" : "a choice is kept that was not the last one";
  }

  /** Those of which anything was heard. */
  static List<Press> heard(List<Press> presses) {
    return presses.stream().filter(press -> press.outcome() != Outcome.UNKNOWN).toList();
  }

  private static List<String> letters(List<Press> presses, Outcome outcome) {
    return presses.stream()
        .filter(press -> press.outcome() == outcome)
        .map(Press::letters)
        .toList();
  }
}
