package studycoach.feature.daily;

import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.QuestionVersions;

/** The posts that open a thread for discussion, each under the reveal of its question. */
public final class DiscussionPosts implements PostSource {
  static final String KIND = "discuss";

  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final DiscussionView view;

  public DiscussionPosts(Jdbi jdbi, Groups groups, Drops drops, Attempts attempts) {
    this.groups = groups;
    this.drops = drops;
    this.attempts = attempts;
    this.view = new DiscussionView(new QuestionVersions(jdbi));
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
    return view.of(drops.question(subject).orElseThrow(), attempts.of(subject), key);
  }
}
