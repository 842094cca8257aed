package studycoach.feature.daily;

import java.time.Clock;
import java.time.Instant;
import studycoach.chat.Destination;
import studycoach.delivery.Outbox;
import studycoach.study.Drops;

/** Brings what is open to places that come to a group meanwhile. */
public final class OpenDrops {
  private final Drops drops;
  private final Outbox outbox;
  private final Clock clock;

  public OpenDrops(Drops drops, Outbox outbox, Clock clock) {
    this.drops = drops;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Plans the posts for a place. Part of the caller's transaction, which has locked the group. */
  public void plan(long group, Destination place) {
    Instant now = clock.instant();
    drops.open(group).stream()
        .filter(drop -> drop.takesAnswers(now))
        .flatMap(drop -> drops.questions(drop.id()).stream())
        .forEach(question -> outbox.plan(DropPosts.KIND, question.id(), place));
  }
}
