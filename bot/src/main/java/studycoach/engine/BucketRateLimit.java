package studycoach.engine;

import java.time.Clock;
import java.time.Duration;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;

/** Buckets for people, channels and workspaces, asked in this order. */
final class BucketRateLimit implements RateLimit {
  private final Buckets<UserRef> people;
  private final Buckets<ChannelRef> channels;
  private final Buckets<Origin.Workspace> workspaces;

  BucketRateLimit(int person, int channel, int workspace, Duration per, Clock clock) {
    ElapsedTime time = new ElapsedTime(clock);
    people = new Buckets<>(person, per, time, "That is a little fast.");
    channels = new Buckets<>(channel, per, time, "Very much is going on in this channel just now.");
    workspaces = new Buckets<>(workspace, per, time, "Very much is going on here just now.");
  }

  @Override
  public void take(Origin origin) {
    people.take(origin.user());
    origin.channel().ifPresent(channels::take);
    origin.workspace().ifPresent(workspaces::take);
  }
}
