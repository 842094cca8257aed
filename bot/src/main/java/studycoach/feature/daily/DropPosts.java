package studycoach.feature.daily;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.chat.RoleRef;
import studycoach.delivery.PostSource;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.QuestionVersions;

/** The public posts of the questions of drops. */
public final class DropPosts implements PostSource {
  static final String KIND = "drop";

  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final QuestionViews views;
  private final Clock clock;

  public DropPosts(
      Jdbi jdbi, Groups groups, Drops drops, Attempts attempts, Supplier<Bank> bank, Clock clock) {
    this.groups = groups;
    this.drops = drops;
    this.attempts = attempts;
    this.views = new QuestionViews(new QuestionVersions(jdbi), bank);
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return drops
        .question(subject)
        .map(question -> drops.find(question.drop()))
        .filter(drop -> drop.takesAnswers(clock.instant()))
        .filter(drop -> groups.channels().contain(drop.group(), to))
        .isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    DropQuestion question = drops.question(subject).orElseThrow();
    Drop drop = drops.find(question.drop());
    int size = drops.questions(drop.id()).size();
    int answered = attempts.count(subject);
    Message message =
        drop.state() == Drop.State.OPEN
            ? views.open(groups.find(drop.group()), drop, question, size, answered, key)
            : views.closed(drop, question, size, answered);
    return mention(question, to).map(role -> calling(role, message)).orElse(message);
  }

  /** With the first question only, for a drop calls people once. */
  private Optional<RoleRef> mention(DropQuestion question, Destination to) {
    return question.place() == 1 && to instanceof Destination.Channel place
        ? groups.mentions().of(place.channel())
        : Optional.empty();
  }

  private static Message calling(RoleRef role, Message message) {
    return Message.of(new Block.Text(Markup.empty().and(role.span())))
        .and(message.blocks().toArray(Block[]::new));
  }
}
