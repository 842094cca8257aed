package studycoach.feature.setup;

import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.Groups;

/** Tells that a channel has joined a group: its people, and who invited it. */
final class ChannelPosts implements PostSource {
  static final String KIND = "joined";

  private final Groups groups;
  private final ChannelViews views;

  ChannelPosts(Groups groups, ChannelViews views) {
    this.groups = groups;
    this.views = views;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().find(subject).isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    GroupChannel channel = groups.channels().find(subject).orElseThrow();
    Group group = groups.find(channel.group());
    return to instanceof Destination.Direct
        ? views.told(group, channel, key)
        : views.joined(group, channel, key);
  }
}
