package studycoach.feature.leaderboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studycoach.feature.leaderboard.Journal.Answered;
import studycoach.feature.leaderboard.Journal.Window;
import studycoach.study.board.Period;

/** The points and boards of a journal, worked out by the rules as people are told them. */
final class Ledger {
  private final Journal journal;
  private final DayOfWeek weekFirst;
  private final List<Instant> seasons;
  private final Map<Board, Map<String, Score>> boards = new HashMap<>();
  private final Map<String, List<Given>> given = new TreeMap<>();

  /**
   * @param seasons when each began
   */
  Ledger(Journal journal, DayOfWeek weekFirst, List<Instant> seasons) {
    this.journal = journal;
    this.weekFirst = weekFirst;
    this.seasons = List.copyOf(seasons);
    Set<List<String>> rewarded = new HashSet<>();
    for (Answered answer : journal.counted()) {
      boolean first =
          answer.right() && rewarded.add(List.of(answer.person(), answer.asked().question()));
      add(answer, first ? answer.asked().worth() : 0);
      if (first) {
        given.computeIfAbsent(answer.person(), known -> new ArrayList<>()).add(given(answer));
      }
    }
  }

  /**
   * Which board.
   *
   * @param domain empty for all
   */
  record Board(Period period, String domain) {}

  record Score(int points, int right, int answered) {

    Score plus(int more, boolean isRight) {
      return new Score(points + more, right + (isRight ? 1 : 0), answered + 1);
    }
  }

  record Line(int rank, String person, Score score) {}

  /** Points for an answer. */
  record Given(Window window, String question, String domain, int points) {}

  private static Given given(Answered answer) {
    Journal.Asked asked = answer.asked();
    return new Given(asked.window(), asked.question(), asked.domain(), asked.worth());
  }

  private void add(Answered answer, int points) {
    Window window = answer.asked().window();
    List<Period> periods =
        List.of(
            new Period.All(),
            new Period.OfSeason(season(window.opened())),
            new Period.Month(YearMonth.of(window.day().getYear(), window.day().getMonth())),
            new Period.Week(weekOf(window.day())));
    for (Period period : periods) {
      for (String domain : List.of("", answer.asked().domain())) {
        boards
            .computeIfAbsent(new Board(period, domain), known -> new TreeMap<>())
            .compute(
                answer.person(),
                (person, score) ->
                    (score == null ? new Score(0, 0, 0) : score).plus(points, answer.right()));
      }
    }
  }

  /** From 1. */
  private int season(Instant opened) {
    return Math.toIntExact(seasons.stream().filter(began -> !opened.isBefore(began)).count());
  }

  private LocalDate weekOf(LocalDate day) {
    return day.getDayOfWeek() == weekFirst ? day : weekOf(day.minusDays(1));
  }

  Set<Board> boards() {
    return boards.keySet();
  }

  /** Everybody's, also of those who are on no board. */
  Map<String, Score> scores(Board board) {
    return boards.getOrDefault(board, Map.of());
  }

  /** The lines of a board, ties in the order of names. */
  List<Line> lines(Board board) {
    return scores(board).keySet().stream()
        .filter(person -> journal.isMember(person) && !journal.isHidden(person))
        .map(person -> line(board, person).orElseThrow())
        .sorted(Comparator.comparing(Line::rank).thenComparing(Line::person))
        .toList();
  }

  /** A person's own line; of those who are on no board, with the rank that they would have. */
  Optional<Line> line(Board board, String person) {
    return Optional.ofNullable(scores(board).get(person))
        .map(own -> new Line(1 + above(board, own), person, own));
  }

  private int above(Board board, Score own) {
    return Math.toIntExact(
        scores(board).entrySet().stream()
            .filter(e -> journal.isMember(e.getKey()) && !journal.isHidden(e.getKey()))
            .filter(e -> e.getValue().points() > own.points())
            .count());
  }

  /** What a person was given, the latest first. */
  List<Given> given(String person) {
    List<Given> latest = new ArrayList<>(given.getOrDefault(person, List.of()));
    Collections.reverse(latest);
    latest.sort(Comparator.comparing((Given g) -> g.window().opened()).reversed());
    return latest;
  }

  /** A person's streak and the freezes that they keep. */
  record Streak(int drops, int freezes) {}

  Streak streak(String person, Instant now) {
    int drops = 0;
    int freezes = 0;
    int answered = 0;
    for (Window window : journal.windows()) {
      if (journal.hasAnswered(person, window)) {
        drops++;
        answered++;
        freezes = Math.min(2, freezes + (answered % 7 == 0 ? 1 : 0));
      } else if (!window.extra()
          && !window.failed()
          && !window.closes().isAfter(now)
          && !journal.isAway(person, window)
          && drops > 0) {
        drops = freezes > 0 ? drops : 0;
        freezes = Math.max(0, freezes - 1);
      }
    }
    return new Streak(drops, freezes);
  }
}
