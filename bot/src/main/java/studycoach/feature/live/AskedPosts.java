package studycoach.feature.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.Press;
import studycoach.study.ask.ShownOptions;

/** The posts of the questions of games. */
public final class AskedPosts implements PostSource {
  static final String KIND = "live question";

  private final Games games;
  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final QuestionVersions versions;
  private final Supplier<Bank> bank;
  private final Clock clock;

  public AskedPosts(
      Jdbi jdbi, Groups groups, Drops drops, Attempts attempts, Supplier<Bank> bank, Clock clock) {
    this.games = new Games(jdbi);
    this.groups = groups;
    this.drops = drops;
    this.attempts = attempts;
    this.versions = new QuestionVersions(jdbi);
    this.bank = bank;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    DropQuestion asked = drops.question(subject).orElseThrow();
    return drops.find(asked.drop()).takesAnswers(clock.instant())
        && groups.channels().contain(asked.group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    DropQuestion asked = drops.question(subject).orElseThrow();
    Drop drop = drops.find(asked.drop());
    ShownOptions shown = new ShownOptions(versions.shown(asked), asked.permutation());
    boolean open = drop.state() == Drop.State.OPEN;
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(asked, shown))));
    blocks.addAll(Lesson.asking(shown.question(), shown.lines()));
    Markup until =
        open
            ? Markup.of("Time until ").second(drop.closesAt(), groups.find(asked.group()).zone())
            : Markup.of("Time is up");
    blocks.add(new Block.Note(until.text(" · " + answered(attempts.count(subject)) + kind(drop))));
    if (open) {
      blocks.add(
          new Block.Controls(
              shown.controls(
                  new Press(LiveFeature.NAME, "answer", List.of(asked.id(), key.value())))));
    }
    return new Message(blocks);
  }

  private String title(DropQuestion asked, ShownOptions shown) {
    Game game = games.ofQuestion(asked.id()).orElseThrow();
    int place = games.questions(game.id()).indexOf(asked.id()) + 1;
    return "Live question "
        + place
        + " of "
        + game.questions()
        + " · "
        + bank.get().domainName(asked.question(), asked.domain())
        + " · "
        + shown.question().difficulty().name().toLowerCase(Locale.ROOT);
  }

  private static String answered(int count) {
    return count == 1 ? "1 has answered" : count + " have answered";
  }

  private static String kind(Drop drop) {
    return drop.kind() == Drop.Kind.FRIENDLY
        ? " · for fun, as fewer than " + GameKeeper.FEWEST + " play"
        : "";
  }
}
