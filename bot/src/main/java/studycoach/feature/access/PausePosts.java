package studycoach.feature.access;

import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.Outbox;
import studycoach.delivery.Pause;
import studycoach.delivery.PostSource;
import studycoach.study.Group;
import studycoach.study.Groups;

/** The messages to organisers about channels where nothing can be posted. */
final class PausePosts implements PostSource {
  private final String root;
  private final Outbox outbox;
  private final Groups groups;

  PausePosts(String root, Outbox outbox, Groups groups) {
    this.root = root;
    this.outbox = outbox;
    this.groups = groups;
  }

  @Override
  public String kind() {
    return Pause.KIND;
  }

  @Override
  public boolean isWanted(long subject) {
    return outbox.pause(subject).filter(pause -> pause.ended().isEmpty()).isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Pause pause = outbox.pause(subject).orElseThrow();
    Group group = AccessFeature.groupOf(groups, pause.to()).orElseThrow();
    return PauseViews.message(root, pause, group, key);
  }
}
