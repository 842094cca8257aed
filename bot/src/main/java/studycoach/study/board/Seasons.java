package studycoach.study.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.UserError;

/** The seasons of a group: one runs at a time, and those that are over stay as they are. */
public final class Seasons {
  private final Jdbi jdbi;
  private final Tallies tallies;
  private final Clock clock;

  public Seasons(Jdbi jdbi, Tallies tallies, Clock clock) {
    this.jdbi = jdbi;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Starts a new group's first season, which lasts until it is reset. */
  public static void first(Handle handle, long group, Instant now) {
    SeasonRow.add(handle, group, new Season(1, now, Optional.empty()));
  }

  /** All seasons, the earliest first; the last one may lie ahead. */
  public List<Season> of(long group) {
    return jdbi.withHandle(handle -> SeasonRow.of(handle, group));
  }

  /** The season that runs, or the latest that did. */
  public Season current(long group) {
    Instant now = clock.instant();
    return of(group).stream()
        .filter(season -> !season.starts().isAfter(now))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /**
   * Ends the season that runs and starts the next one, for drops from now on.
   *
   * @return the season that runs now; the same as before if it has had no drop yet
   */
  public Season reset(long group) {
    Season now = current(group);
    if (now.ends().isEmpty() && !tallies.hasDrops(group, new Period.OfSeason(now.number()))) {
      return now;
    }
    return start(group, clock.instant(), Optional.empty());
  }

  /**
   * Says from when till when a season lasts. One that began before goes on until {@code starts};
   * one that began later, or lies ahead, is given these dates instead.
   *
   * @throws UserError if it would be over already, or reach into one that is
   */
  public Season plan(long group, Instant starts, Instant ends) {
    if (!ends.isAfter(clock.instant()) || !ends.isAfter(starts)) {
      throw new UserError("That season would be over before it begins. Nothing was changed.");
    }
    return start(group, starts, Optional.of(ends));
  }

  private Season start(long group, Instant starts, Optional<Instant> ends) {
    return jdbi.inTransaction(
        handle -> {
          tallies.lock(group);
          for (Season season : SeasonRow.of(handle, group)) {
            makeRoom(handle, group, season, starts);
          }
          Season season = new Season(next(handle, group), starts, ends);
          SeasonRow.add(handle, group, season);
          tallies.rebuild(group);
          return season;
        });
  }

  private void makeRoom(Handle handle, long group, Season season, Instant starts) {
    if (season.ends().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      if (season.ends().get().isAfter(starts)) {
        throw new UserError(
            "Season " + season.number() + " lasted longer than that. Nothing was changed.");
      }
      return;
    }
    SeasonRow.remove(handle, group, season.number());
    if (season.starts().isBefore(starts)) {
      SeasonRow.add(
          handle, group, new Season(season.number(), season.starts(), Optional.of(starts)));
    }
  }

  private static int next(Handle handle, long group) {
    return SeasonRow.of(handle, group).stream().mapToInt(Season::number).max().orElse(0) + 1;
  }
}
