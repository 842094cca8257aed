package studycoach.feature.leaderboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.Outbox;
import studycoach.delivery.PostSource;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Timetable;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.PostedWeek;
import studycoach.study.board.PostedWeeks;

/**
 * Posts a group's boards once a week. Running twice, or again after a crash, posts nothing twice.
 */
final class WeeklyBoards implements PostSource {
  private static final String KIND = "board";
  private static final Duration HALF_A_WEEK = Duration.ofHours(84);
  private static final Duration WINDOWS_WAIT = Duration.ofSeconds(5);

  private final Jdbi jdbi;
  private final Groups groups;
  private final Drops drops;
  private final Boards boards;
  private final PostedWeeks weeks;
  private final WeeklyView view;
  private final Outbox outbox;
  private final Clock clock;
  private final BiConsumer<Group, PostedWeek> beside;

  /**
   * @param beside plans what else is posted of a week, behind its boards and once like them
   */
  WeeklyBoards(
      Jdbi jdbi,
      Groups groups,
      Drops drops,
      Boards boards,
      PostedWeeks weeks,
      WeeklyView view,
      Outbox outbox,
      Clock clock,
      BiConsumer<Group, PostedWeek> beside) {
    this.jdbi = jdbi;
    this.groups = groups;
    this.drops = drops;
    this.boards = boards;
    this.weeks = weeks;
    this.view = view;
    this.outbox = outbox;
    this.clock = clock;
    this.beside = beside;
  }

  /**
   * Posts the board of a group if it is due.
   *
   * @return when the next one is; empty if the group wants none
   */
  Optional<Instant> keep(long id) {
    Group group = groups.find(id);
    return group.settings().boards().map(times -> keep(group, times));
  }

  private Instant keep(Group group, Timetable times) {
    Instant now = clock.instant();
    Instant next = times.next(now, Optional.empty()).at();
    if (group.nextBoard().isEmpty()) {
      groups.advanceBoard(group, next);
      return next;
    }
    Instant due = group.nextBoard().get();
    if (due.isAfter(now)) {
      return due;
    }
    if (drops.open(group.id()).stream().anyMatch(drop -> !drop.closesAt().isAfter(now))) {
      return now.plus(WINDOWS_WAIT); // Answers under seal count when their window has ended.
    }
    Instant latest = latest(times, due, now);
    Optional<PostedWeek> posted =
        jdbi.inTransaction(
            handle ->
                groups.advanceBoard(group, next)
                    ? plan(group, week(group, latest))
                    : Optional.empty());
    posted.ifPresent(one -> outbox.wake(KIND, one.id()));
    return next;
  }

  /** The last of the moments that have passed, the others having been missed while we were down. */
  private static Instant latest(Timetable times, Instant due, Instant now) {
    Instant latest = due;
    Instant later = times.next(latest, Optional.empty()).at();
    while (!later.isAfter(now)) {
      latest = later;
      later = times.next(latest, Optional.empty()).at();
    }
    return latest;
  }

  /** The week to which most of the seven days before a moment belong. */
  private static Period.Week week(Group group, Instant moment) {
    LocalDate middle = LocalDate.ofInstant(moment.minus(HALF_A_WEEK), group.zone());
    return Period.week(middle, group.settings().week());
  }

  private Optional<PostedWeek> plan(Group group, Period.Week week) {
    if (boards.size(new Boards.Key(group.id(), week, Optional.empty())) == 0) {
      return Optional.empty();
    }
    Optional<PostedWeek> posted = weeks.add(group.id(), week);
    posted.ifPresent(one -> plan(group, one));
    return posted;
  }

  private void plan(Group group, PostedWeek posted) {
    groups
        .channels()
        .of(group.id())
        .forEach(channel -> outbox.plan(KIND, posted.id(), new Destination.Channel(channel)));
    beside.accept(group, posted);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().contain(weeks.find(subject).group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    PostedWeek posted = weeks.find(subject);
    return view.of(groups.find(posted.group()), posted.week(), to, key);
  }
}
