package studycoach.feature.live;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.study.Attempt;
import studycoach.study.Attempts;
import studycoach.study.Buttons;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.ShownOptions;

/** The posts that show the answer when the time of a game's question is up. */
public final class SolutionPosts implements PostSource {
  static final String KIND = "live reveal";
  private static final int LEADERS = 5;

  private final Games games;
  private final Choices choices;
  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Attempts attempts;
  private final QuestionVersions versions;

  public SolutionPosts(
      Jdbi jdbi, Groups groups, Learners learners, Drops drops, Attempts attempts) {
    this.games = new Games(jdbi);
    this.choices = new Choices(jdbi);
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.attempts = attempts;
    this.versions = new QuestionVersions(jdbi);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().contain(drops.question(subject).orElseThrow().group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    DropQuestion asked = drops.question(subject).orElseThrow();
    Game game = games.ofQuestion(subject).orElseThrow();
    List<Attempt> chosen = attempts.of(subject);
    ShownOptions shown = new ShownOptions(versions.shown(asked), asked.permutation());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(shown.keyLetters() + " is right")));
    blocks.add(new Block.Text(CommonMark.read(shown.question().stem())));
    shown.reasons(chosen).stream().map(Block.Text::new).forEach(blocks::add);
    blocks.addAll(Lesson.of(shown.question()));
    blocks.add(new Block.Text(Markup.of(result(chosen))));
    List<Score> board = choices.of(game.id()).board();
    if (!board.isEmpty()) {
      blocks.add(new Block.Text(new ScoreLines(learners, to).of(board, LEADERS)));
    }
    if (game.state() == Game.State.PAUSE) {
      blocks.add(new Block.Note(next(game)));
    }
    blocks.add(
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My answer", ActionId.of(LiveFeature.NAME, "mine", subject, key.value())),
                Buttons.report(subject))));
    return new Message(blocks);
  }

  private static String result(List<Attempt> chosen) {
    long right = chosen.stream().filter(Attempt::correct).count();
    return chosen.isEmpty()
        ? "Nobody answered this one."
        : right + " of " + chosen.size() + " right";
  }

  private Markup next(Game game) {
    String what = game.asked() < game.questions() ? "Next question " : "Final board ";
    return Markup.of(what).second(game.due(), groups.find(game.group()).zone());
  }
}
