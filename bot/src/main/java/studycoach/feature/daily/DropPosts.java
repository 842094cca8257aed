package studycoach.feature.daily;

import java.time.Clock;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;

/** The public posts of the questions of drops. */
final class DropPosts implements PostSource {
  static final String KIND = "drop";

  private final Drops drops;
  private final Groups groups;
  private final Attempts attempts;
  private final DailyViews views;
  private final Clock clock;

  DropPosts(Drops drops, Groups groups, Attempts attempts, DailyViews views, Clock clock) {
    this.drops = drops;
    this.groups = groups;
    this.attempts = attempts;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject) {
    return drops
        .question(subject)
        .map(question -> drops.find(question.drop()))
        .filter(drop -> drop.takesAnswers(clock.instant()))
        .isPresent();
  }

  @Override
  public Message compose(long subject, PostKey key) {
    DropQuestion question = drops.question(subject).orElseThrow();
    Drop drop = drops.find(question.drop());
    int size = drops.questions(drop.id()).size();
    int answered = attempts.count(subject);
    return drop.state() == Drop.State.OPEN
        ? views.open(groups.find(drop.group()), drop, question, size, answered, key)
        : views.closed(drop, question, size, answered);
  }
}
