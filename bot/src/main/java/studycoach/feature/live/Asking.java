package studycoach.feature.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import studycoach.delivery.Outbox;
import studycoach.pack.Question;
import studycoach.study.Answers;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.QuestionVersions;
import studycoach.study.board.Worth;

/**
 * Asks a game's questions. Each is a drop with a window of seconds: choices wait under seal, and
 * come into the log when the time is up. All that is here is part of the caller's transaction,
 * which holds the game's row.
 */
final class Asking {
  private static final Duration PAUSE = Duration.ofSeconds(8);

  private final Games games;
  private final Groups groups;
  private final Drops drops;
  private final Answers answers;
  private final QuestionVersions versions;
  private final GameDraw draw;
  private final Outbox outbox;

  Asking(Jdbi jdbi, Groups groups, Drops drops, Answers answers, GameDraw draw, Outbox outbox) {
    this.games = new Games(jdbi);
    this.groups = groups;
    this.drops = drops;
    this.answers = answers;
    this.versions = new QuestionVersions(jdbi);
    this.draw = draw;
    this.outbox = outbox;
  }

  /**
   * Asks the next question.
   *
   * @param scored whether answers to it count for points and boards
   * @return false if the game has had all of its questions, or none is left
   */
  boolean ask(Game game, boolean scored, Instant now) {
    Group group = groups.find(game.group());
    List<Long> asked = games.questions(game.id());
    Optional<Question> next =
        asked.size() < game.questions() ? draw.next(game, group, ids(asked)) : Optional.empty();
    next.ifPresent(question -> ask(game, group, question, scored, now));
    return next.isPresent();
  }

  private Set<String> ids(List<Long> asked) {
    return asked.stream()
        .map(question -> drops.question(question).orElseThrow().question())
        .collect(Collectors.toSet());
  }

  private void ask(Game game, Group group, Question question, boolean scored, Instant now) {
    Game asking = game.asking(now.plus(game.time()));
    Drop drop =
        new Drop(
            0,
            group.id(),
            Optional.empty(),
            now,
            asking.due(),
            false,
            Drop.State.OPEN,
            scored ? Drop.Kind.LIVE : Drop.Kind.FRIENDLY);
    long added = drops.add(drop, group.zone()).orElseThrow();
    long subject =
        drops.add(
            new DropQuestion(
                0,
                added,
                group.id(),
                1,
                question.id(),
                versions.keep(question),
                question.domain(),
                draw.order(question, added),
                scored ? Worth.of(question.difficulty()) : Worth.none()));
    games.set(asking);
    games.addQuestion(asking, subject);
    outbox.plan(AskedPosts.KIND, subject, game.place());
  }

  /**
   * Ends the time of a game's latest question. One that could be seen nowhere is not revealed.
   *
   * @return the question
   */
  long close(Game game, Instant now) {
    long subject = games.latest(game);
    long drop = drops.question(subject).orElseThrow().drop();
    boolean seen = outbox.standing(AskedPosts.KIND, subject) != Outbox.Standing.ABSENT;
    drops.end(drop, seen ? Drop.State.CLOSED : Drop.State.FAILED);
    answers.unseal(drop);
    games.set(game.to(Game.State.PAUSE, now.plus(PAUSE)));
    if (seen) {
      outbox.plan(SolutionPosts.KIND, subject, game.place());
    }
    return subject;
  }
}
