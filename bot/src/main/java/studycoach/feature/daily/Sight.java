package studycoach.feature.daily;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studycoach.chat.ChannelRef;
import studycoach.delivery.Outbox;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Groups;

/** Notes where a drop could not be seen, so that it counts against nobody there. */
final class Sight {
  private final Groups groups;
  private final Drops drops;
  private final Outbox outbox;

  Sight(Groups groups, Drops drops, Outbox outbox) {
    this.groups = groups;
    this.drops = drops;
    this.outbox = outbox;
  }

  /**
   * Part of the transaction that ends a drop.
   *
   * @param seen its questions that stand somewhere
   */
  void note(Drop drop, List<DropQuestion> seen) {
    Set<String> platforms =
        groups.channels().of(drop.group()).stream()
            .map(ChannelRef::platform)
            .collect(Collectors.toSet());
    seen.forEach(question -> platforms.removeAll(outbox.platforms(DropPosts.KIND, question.id())));
    drops.unseen().add(drop.id(), platforms);
  }
}
