package studycoach.feature.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.markup.Markup;
import studycoach.study.Answer;
import studycoach.study.Answers;
import studycoach.study.Attempt;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Grading;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.ask.ShownOptions;

/** What players do, and what they are told in private. */
public final class Playing {
  private final Jdbi jdbi;
  private final Players players;
  private final Choices choices;
  private final GameKeeper keeper;
  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Attempts attempts;
  private final Answers answers;
  private final Outbox outbox;
  private final Clock clock;

  public Playing(
      Jdbi jdbi,
      GameKeeper keeper,
      Groups groups,
      Learners learners,
      Drops drops,
      Attempts attempts,
      Answers answers,
      Outbox outbox,
      Clock clock) {
    this.jdbi = jdbi;
    this.players = new Players(jdbi);
    this.choices = new Choices(jdbi);
    this.keeper = keeper;
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.attempts = attempts;
    this.answers = answers;
    this.outbox = outbox;
    this.clock = clock;
  }

  Reply.Answer join(Origin origin, Game game) {
    boolean joined = players.join(game.id(), learners.of(origin).home(), clock.instant());
    keeper.look(game.id());
    if (joined) {
      outbox.refresh(LobbyPosts.KIND, game.id());
    } else if (game.isOver()) {
      throw new UserError("This live quiz is over. Another one starts with: live start");
    }
    return Reply.say(
        joined ? "You are in. The questions come in this channel." : "You are in already.");
  }

  /**
   * Takes a choice, instead of any that was made before, and has whoever makes it join.
   *
   * @throws UserError if the time is up
   */
  Reply.Answer answer(
      Origin origin, Game game, DropQuestion asked, ShownOptions shown, Answer answer) {
    long home = learners.of(origin).home();
    boolean correct = Grading.isRight(shown.question(), answer);
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          players.join(game.id(), home, now);
          if (answers.seal(home, asked, answer, correct) != Answers.Outcome.ACCEPTED) {
            throw new UserError("The time for this question is up.");
          }
        });
    outbox.refresh(AskedPosts.KIND, asked.id());
    keeper.answered(game);
    Group group = groups.find(game.group());
    return Reply.say(
        Markup.of("Noted: ")
            .bold(shown.letters(answer))
            .text(". You can change it until ")
            .second(drops.find(asked.drop()).closesAt(), group.zone())
            .text(", or until all have answered."));
  }

  /** What somebody chose in a question whose time is up. */
  Reply.Answer mine(Origin origin, DropQuestion asked, ShownOptions shown) {
    if (drops.find(asked.drop()).state() == Drop.State.OPEN) {
      throw new UserError("The time for this question is not up yet.");
    }
    Optional<Attempt> own = attempts.of(learners.of(origin).id(), asked.id());
    return Reply.say(
        own.map(
                attempt ->
                    Markup.of("You chose ")
                        .bold(shown.letters(attempt.answer()))
                        .text(attempt.correct() ? ", and that is right." : ", and that is wrong."))
            .orElse(Markup.of("You did not answer this one.")));
  }

  /** How somebody did in a game that is over. */
  Reply.Answer result(Origin origin, Game game) {
    long learner = learners.of(origin).id();
    Optional<Score> own = choices.of(game.id()).of(learner);
    if (own.isEmpty()) {
      return Reply.say("You answered nothing in this live quiz.");
    }
    long given = choices.given(game.id(), learner);
    Markup rank = Markup.of("You are number ").bold(String.valueOf(own.get().rank()));
    return new Reply.Say(
        Message.of(
            new Block.Text(
                rank.text(": " + ScoreLines.told(own.get()) + ".")
                    .text(given == 0 ? "" : " It gave you " + given + " points in the group."))));
  }
}
