package studycoach.feature.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import studycoach.chat.ChannelRef;
import studycoach.study.Moments;

/** Rows of {@code live_game} and {@code live_question}. */
final class Games {
  private final Jdbi jdbi;

  Games(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds a game.
   *
   * @param game its id is of no account
   * @return its id, or empty if its channel has one that is not over
   */
  Optional<Long> add(Game game) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO live_game (group_id, platform, workspace, channel_id, host,"
                        + " domain, questions, seconds, state, asked, due_at, running) VALUES ("
                        + " :group, :platform, :workspace, :channel, :host, :domain, :questions,"
                        + " :seconds, :state, :asked, :due, TRUE) ON CONFLICT DO NOTHING")
                .bind("group", game.group())
                .bind("platform", game.channel().platform())
                .bind("workspace", game.channel().workspace())
                .bind("channel", game.channel().id())
                .bind("host", game.host())
                .bind("domain", game.domain().orElse(null))
                .bind("questions", game.questions())
                .bind("seconds", game.time().toSeconds())
                .bind("state", game.state().column())
                .bind("asked", game.asked())
                .bind("due", game.due())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  Optional<Game> find(long id) {
    return jdbi.withHandle(handle -> one(handle, "id = :id", id));
  }

  /** A game that nobody else changes until the caller's transaction has ended. */
  Game lock(long id) {
    return jdbi.withHandle(handle -> one(handle, "id = :id FOR UPDATE", id)).orElseThrow();
  }

  /** The game that has asked a question. */
  Optional<Game> ofQuestion(long dropQuestion) {
    return jdbi.withHandle(
        handle ->
            one(
                handle,
                "id = (SELECT game_id FROM live_question WHERE drop_question_id = :id)",
                dropQuestion));
  }

  private static Optional<Game> one(Handle handle, String which, long id) {
    return games(handle, which).bind("id", id).map((row, context) -> game(row)).findOne();
  }

  private static Query games(Handle handle, String which) {
    return handle.createQuery("SELECT * FROM live_game WHERE " + which);
  }

  /** The game of a channel that is not over. */
  Optional<Game> in(ChannelRef channel) {
    return jdbi.withHandle(
        handle ->
            games(
                    handle,
                    "running AND platform = :platform AND workspace = :workspace"
                        + " AND channel_id = :channel")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .map((row, context) -> game(row))
                .findOne());
  }

  /** The ids of all games that are not over. */
  List<Long> running() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM live_game WHERE running ORDER BY id")
                .mapTo(Long.class)
                .list());
  }

  /** Notes how far a game is. */
  void set(Game game) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE live_game SET state = :state, asked = :asked, due_at = :due,"
                        + " running = CASE WHEN :over THEN NULL ELSE TRUE END WHERE id = :id")
                .bind("state", game.state().column())
                .bind("asked", game.asked())
                .bind("due", game.due())
                .bind("over", game.isOver())
                .bind("id", game.id())
                .execute());
  }

  /** Adds a game's latest question. */
  void addQuestion(Game game, long dropQuestion) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO live_question (game_id, place, drop_question_id)"
                        + " VALUES (:game, :place, :question)")
                .bind("game", game.id())
                .bind("place", game.asked())
                .bind("question", dropQuestion)
                .execute());
  }

  /** What a game has asked last, which it has. */
  long latest(Game game) {
    return questions(game.id()).get(game.asked() - 1);
  }

  /** What a game has asked, as questions of drops, in order. */
  List<Long> questions(long game) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT drop_question_id FROM live_question WHERE game_id = :game"
                        + " ORDER BY place")
                .bind("game", game)
                .mapTo(Long.class)
                .list());
  }

  private static Game game(ResultSet row) throws SQLException {
    return new Game(
        row.getLong("id"),
        row.getLong("group_id"),
        new ChannelRef(
            row.getString("platform"), row.getString("workspace"), row.getString("channel_id")),
        row.getLong("host"),
        Optional.ofNullable(row.getString("domain")),
        row.getInt("questions"),
        Duration.ofSeconds(row.getInt("seconds")),
        Game.State.of(row.getString("state")),
        row.getInt("asked"),
        Moments.read(row, "due_at"));
  }
}
