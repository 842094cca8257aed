package studycoach.feature.daily;

import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Attempts;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;

/** The public posts of the right answers, after the window. */
public final class RevealPosts implements PostSource {
  static final String KIND = "reveal";

  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final AnswerViews views;

  public RevealPosts(Jdbi jdbi, Groups groups, Learners learners, Drops drops, Attempts attempts) {
    this.groups = groups;
    this.drops = drops;
    this.attempts = attempts;
    this.views = new AnswerViews(new QuestionVersions(jdbi), learners);
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
    DropQuestion question = drops.question(subject).orElseThrow();
    return views.reveal(
        question, drops.questions(question.drop()).size(), attempts.of(subject), to, key);
  }
}
