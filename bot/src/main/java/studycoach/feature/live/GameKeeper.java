package studycoach.feature.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import studycoach.delivery.Outbox;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.study.Answers;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Groups;

/**
 * Leads games from their lobby to their board. Every step is one transaction that holds the game's
 * row and finds out for itself whether it is still to be done, so running twice, or again after a
 * crash, does no more than running once.
 */
public final class GameKeeper {
  /** How many must play when a question is asked for it to count for points and boards. */
  static final int FEWEST = 3;

  static final Duration LOBBY = Duration.ofSeconds(30);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final int UNANSWERED = 2;
  private static final String JOB = "live";

  private final Jdbi jdbi;
  private final Games games;
  private final Players players;
  private final Attempts attempts;
  private final Asking asking;
  private final Outbox outbox;
  private final Schedule schedule;
  private final Clock clock;

  public GameKeeper(
      Jdbi jdbi,
      Groups groups,
      Drops drops,
      Attempts attempts,
      Answers answers,
      GameDraw draw,
      Outbox outbox,
      Schedule schedule,
      Clock clock) {
    this.jdbi = jdbi;
    this.games = new Games(jdbi);
    this.players = new Players(jdbi);
    this.attempts = attempts;
    this.asking = new Asking(jdbi, groups, drops, answers, draw, outbox);
    this.outbox = outbox;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** A post that shows what is no longer so. */
  private record Stale(String kind, long subject) {}

  /** The job that leads games. */
  public Job job() {
    return new Job(JOB, id -> keep(Long.parseLong(id)));
  }

  /** Leads on the games that an earlier process has left. */
  public void takeUp() {
    games.running().forEach(this::look);
  }

  /** Does what is due in a game. */
  void look(long game) {
    schedule.now(JOB, String.valueOf(game));
  }

  /**
   * Opens a game's lobby.
   *
   * @param game its id is of no account
   * @return false if there is one in that channel
   */
  boolean open(Game game) {
    Optional<Long> opened =
        jdbi.inTransaction(
            handle -> {
              Optional<Long> added = games.add(game);
              added.ifPresent(id -> outbox.plan(LobbyPosts.KIND, id, game.place()));
              return added;
            });
    opened.ifPresent(
        id -> {
          outbox.wake(LobbyPosts.KIND, id);
          schedule.at(JOB, String.valueOf(id), game.due());
        });
    return opened.isPresent();
  }

  boolean hasPlayers(Game game) {
    return !players.of(game.id()).isEmpty();
  }

  /** Ends a lobby before its time. */
  void begin(long id) {
    Instant now = clock.instant();
    change(
        id,
        game -> {
          if (game.state() == Game.State.LOBBY) {
            games.set(game.to(Game.State.LOBBY, now));
          }
          return Optional.empty();
        });
    look(id);
  }

  /** Ends a game with what was answered so far. */
  void stop(long id) {
    Instant now = clock.instant();
    change(
        id,
        game -> {
          Optional<Stale> question =
              game.state() == Game.State.ASKING ? close(game, now) : Optional.empty();
          Optional<Stale> lobby = end(game, Game.State.STOPPED, now);
          return question.or(() -> lobby);
        });
  }

  /** Has the time of a question end if all who play have answered it. */
  void answered(Game game) {
    if (haveAllAnswered(game)) {
      look(game.id());
    }
  }

  private boolean haveAllAnswered(Game game) {
    return attempts.count(games.latest(game)) >= players.of(game.id()).size();
  }

  private Optional<Instant> keep(long id) {
    Instant now = clock.instant();
    Optional<Instant> due = due(id);
    while (due.filter(moment -> !moment.isAfter(now)).isPresent()) {
      change(id, game -> due(game).isAfter(now) ? Optional.empty() : step(game, now));
      due = due(id);
    }
    return due;
  }

  private Optional<Instant> due(long id) {
    return games.find(id).filter(game -> !game.isOver()).map(this::due);
  }

  private Instant due(Game game) {
    if (game.state() != Game.State.ASKING || !haveAllAnswered(game)) {
      return game.due();
    }
    return game.due().minus(game.time()).plus(SHORTEST);
  }

  private void change(long id, Function<Game, Optional<Stale>> what) {
    Optional<Stale> stale =
        jdbi.inTransaction(
            handle -> {
              Game game = games.lock(id);
              Optional<Stale> post = game.isOver() ? Optional.empty() : what.apply(game);
              post.ifPresent(old -> outbox.outdate(old.kind(), old.subject()));
              return post;
            });
    stale.ifPresent(old -> outbox.refresh(old.kind(), old.subject()));
    outbox.wake(LobbyPosts.KIND, id); // and with it all that the game has planned in its channel
  }

  private Optional<Stale> step(Game game, Instant now) {
    return switch (game.state()) {
      case LOBBY -> hasPlayers(game) ? ask(game, now) : end(game, Game.State.EMPTY, now);
      case ASKING -> close(game, now);
      default -> isAbandoned(game) ? end(game, Game.State.ABANDONED, now) : ask(game, now);
    };
  }

  private boolean isAbandoned(Game game) {
    List<Long> asked = games.questions(game.id());
    return asked.size() >= UNANSWERED
        && asked.size() < game.questions()
        && asked.subList(asked.size() - UNANSWERED, asked.size()).stream()
            .allMatch(question -> attempts.count(question) == 0);
  }

  private Optional<Stale> ask(Game game, Instant now) {
    if (!asking.ask(game, players.of(game.id()).size() >= FEWEST, now)) {
      return end(game, Game.State.FINISHED, now);
    }
    return game.state() == Game.State.LOBBY ? lobby(game) : Optional.empty();
  }

  private Optional<Stale> close(Game game, Instant now) {
    return Optional.of(new Stale(AskedPosts.KIND, asking.close(game, now)));
  }

  private Optional<Stale> end(Game game, Game.State how, Instant now) {
    games.set(game.to(how, now));
    if (game.asked() == 0) {
      return lobby(game);
    }
    outbox.plan(BoardPosts.KIND, game.id(), game.place());
    return Optional.empty();
  }

  private static Optional<Stale> lobby(Game game) {
    return Optional.of(new Stale(LobbyPosts.KIND, game.id()));
  }
}
