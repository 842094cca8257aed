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
import studycoach.markup.Markup;
import studycoach.study.Groups;
import studycoach.study.Learners;

/** The posts of the boards with which games end. */
public final class BoardPosts implements PostSource {
  static final String KIND = "live board";
  private static final int MOST = 10;

  private final Games games;
  private final Choices choices;
  private final Groups groups;
  private final Learners learners;

  public BoardPosts(Jdbi jdbi, Groups groups, Learners learners) {
    this.games = new Games(jdbi);
    this.choices = new Choices(jdbi);
    this.groups = groups;
    this.learners = learners;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().contain(games.find(subject).orElseThrow().group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Game game = games.find(subject).orElseThrow();
    List<Score> board = choices.of(subject).board();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("The live quiz is over")));
    if (game.state() != Game.State.FINISHED) {
      blocks.add(new Block.Text(Markup.of(why(game))));
    }
    blocks.add(
        new Block.Text(
            board.isEmpty()
                ? Markup.of("Nobody is on its board.")
                : new ScoreLines(learners, to).of(board, MOST)));
    blocks.add(new Block.Note(Markup.of(points(game))));
    blocks.add(
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My result", ActionId.of(LiveFeature.NAME, "result", subject, key.value())))));
    return new Message(blocks);
  }

  private static String why(Game game) {
    String after = " after question " + game.asked() + " of " + game.questions() + ".";
    return game.state() == Game.State.STOPPED
        ? "It was stopped" + after
        : "It ended" + after + " Nobody had answered the last two.";
  }

  private String points(Game game) {
    long scored = choices.scored(game.id());
    if (scored == 0) {
      return "No points for the group: fewer than " + GameKeeper.FEWEST + " played.";
    }
    return scored == game.asked()
        ? "Right answers gave the group's points."
        : "Right answers gave the group's points in "
            + scored
            + " of "
            + game.asked()
            + " questions, while "
            + GameKeeper.FEWEST
            + " or more played.";
  }
}
