package studycoach.feature.access;

import java.util.Optional;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.Outbox;
import studycoach.delivery.Pause;
import studycoach.delivery.PostSource;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.GroupChannels;
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
  public boolean isWanted(long subject, Destination to) {
    return outbox
        .pause(subject)
        .filter(pause -> pause.ended().isEmpty())
        .flatMap(pause -> AccessFeature.groupOf(groups, pause.to()))
        .isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Pause pause = outbox.pause(subject).orElseThrow();
    return AccessFeature.groupOf(groups, pause.to())
        .map(group -> PauseViews.message(root, pause, group, spare(group, pause), key))
        .orElseGet(() -> PauseViews.left(pause));
  }

  /** The channel, if its group can do without it. */
  private Optional<GroupChannel> spare(Group group, Pause pause) {
    GroupChannels channels = groups.channels();
    return Optional.of(((Destination.Channel) pause.to()).channel())
        .filter(channel -> channels.of(group.id()).size() > 1)
        .flatMap(channels::at);
  }
}
