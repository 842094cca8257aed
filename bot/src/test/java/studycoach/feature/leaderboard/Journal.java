package studycoach.feature.leaderboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a group's people did and saw, written down by whoever plays them. */
final class Journal {
  private final List<Window> windows = new ArrayList<>();
  private final List<Answered> counted = new ArrayList<>();
  private final Map<Choice, Boolean> sealed = new LinkedHashMap<>();
  private final Set<Choice> chosen = new HashSet<>();
  private final Map<Window, Set<String>> answerers = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, List<Away>> away = new HashMap<>();

  /**
   * A drop as it was posted, or not.
   *
   * @param day for which it counts, in the group's zone
   */
  record Window(
      int number, LocalDate day, Instant opened, Instant closes, boolean extra, boolean failed) {}

  /**
   * A question of a drop.
   *
   * @param worth points, if it is answered right
   */
  record Asked(Window window, String question, String domain, int worth) {}

  record Choice(String person, Asked asked) {}

  /** An answer that counts. */
  record Answered(String person, Asked asked, boolean right) {}

  /** A vacation; its end is exclusive. */
  record Away(Instant from, Instant to) {}

  Window opens(LocalDate day, Instant opened, Instant closes, boolean extra, boolean failed) {
    Window window = new Window(windows.size(), day, opened, closes, extra, failed);
    windows.add(window);
    return window;
  }

  /** An answer that is marked at once, unless there is one. */
  void answers(Choice choice, boolean right) {
    sealed.remove(choice);
    chooses(choice);
    counted.add(new Answered(choice.person(), choice.asked(), right));
  }

  /** An answer that counts when the window ends. */
  void seals(Choice choice, boolean right) {
    sealed.remove(choice);
    chooses(choice);
    sealed.put(choice, right);
  }

  private void chooses(Choice choice) {
    chosen.add(choice);
    answerers
        .computeIfAbsent(choice.asked().window(), known -> new HashSet<>())
        .add(choice.person());
    members.add(choice.person());
  }

  void reveals() {
    sealed.forEach(
        (choice, right) -> counted.add(new Answered(choice.person(), choice.asked(), right)));
    sealed.clear();
  }

  void leaves(String person) {
    members.remove(person);
  }

  void hides(String person, boolean hide) {
    if (hide) {
      hidden.add(person);
    } else {
      hidden.remove(person);
    }
  }

  void goesAway(String person, Instant from, Instant to) {
    away.computeIfAbsent(person, known -> new ArrayList<>()).add(new Away(from, to));
  }

  boolean isFinal(Choice choice) {
    return chosen.contains(choice) && !sealed.containsKey(choice);
  }

  boolean hasChosen(Choice choice) {
    return chosen.contains(choice);
  }

  boolean hasBeenRight(String person, String question) {
    return counted.stream()
        .anyMatch(
            a -> a.right() && a.person().equals(person) && a.asked().question().equals(question));
  }

  boolean isMember(String person) {
    return members.contains(person);
  }

  boolean isHidden(String person) {
    return hidden.contains(person);
  }

  boolean isAway(String person, Window window) {
    return away.getOrDefault(person, List.of()).stream()
        .anyMatch(a -> a.from().isBefore(window.closes()) && window.opened().isBefore(a.to()));
  }

  boolean hasAnswered(String person, Window window) {
    return answerers.getOrDefault(window, Set.of()).contains(person);
  }

  /** In the order in which they were opened. */
  List<Window> windows() {
    return List.copyOf(windows);
  }

  /** In the order in which they came to count. */
  List<Answered> counted() {
    return List.copyOf(counted);
  }
}
