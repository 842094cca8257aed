package studycoach.study;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What an organiser decides.
 *
 * @param exam the code of a pack's exam
 * @param questions how many a drop has, 1 to 5
 * @param sealed whether an answer can be changed until the reveal, and is marked only then; else it
 *     is marked at once and final
 * @param revealAfter how long a window is, 5 minutes or more; empty: until the next drop
 * @param week the first day of the group's week
 * @param board when the weekly board comes; empty: never
 * @param threads whether a thread for discussion is opened under each reveal
 */
public record GroupSettings(
    String exam,
    Timetable timetable,
    int questions,
    boolean sealed,
    Optional<Duration> revealAfter,
    DayOfWeek week,
    Optional<BoardTime> board,
    boolean threads) {
  public static final int MOST_QUESTIONS = 5;
  public static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);
  public static final BoardTime USUAL_BOARD = new BoardTime(DayOfWeek.MONDAY, LocalTime.NOON);
  public static final Duration LONGEST_WINDOW = Duration.ofDays(7);

  public GroupSettings {
    if (questions < 1 || questions > MOST_QUESTIONS) {
      throw new IllegalArgumentException(questions + " questions a drop");
    }
    if (revealAfter.filter(window -> window.compareTo(SHORTEST_WINDOW) < 0).isPresent()) {
      throw new IllegalArgumentException("a window of " + revealAfter.get());
    }
  }

  /** The slots of the weekly board. */
  public Optional<Timetable> boards() {
    return board.map(time -> new Timetable(timetable.zone(), time.time(), EnumSet.of(time.day())));
  }
}
