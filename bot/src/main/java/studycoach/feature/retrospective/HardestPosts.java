package studycoach.feature.retrospective;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
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
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.Shown;
import studycoach.study.board.PostedWeek;
import studycoach.study.board.PostedWeeks;

/** The posts that open a thread on a week's hardest question, with its answer once more. */
final class HardestPosts implements PostSource {
  static final String KIND = "hardest";

  private final PostedWeeks weeks;
  private final WeekLog log;
  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final QuestionVersions versions;

  HardestPosts(
      Jdbi jdbi, PostedWeeks weeks, WeekLog log, Groups groups, Drops drops, Attempts attempts) {
    this.weeks = weeks;
    this.log = log;
    this.groups = groups;
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
    PostedWeek posted = weeks.find(subject);
    return groups.channels().contain(posted.group(), to)
        && log.of(posted.group(), posted.week()).hardest().isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    PostedWeek posted = weeks.find(subject);
    long hardest = log.of(posted.group(), posted.week()).hardest().orElseThrow().question();
    DropQuestion asked = drops.question(hardest).orElseThrow();
    List<Attempt> chosen = attempts.of(hardest);
    Shown shown = Shown.of(versions.shown(asked), asked.permutation());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("The week's hardest question")));
    blocks.add(new Block.Text(CommonMark.read(shown.question().stem())));
    shown.reasons(chosen).stream().map(Block.Text::new).forEach(blocks::add);
    blocks.addAll(Lesson.of(shown.question()));
    blocks.add(
        new Block.Text(
            Markup.of(
                "How do you tell the right one from the others? Mistakes are welcome here.")));
    blocks.add(new Block.Controls(List.of(Buttons.mine(hardest, key), Buttons.report(hardest))));
    return new Message(blocks);
  }
}
