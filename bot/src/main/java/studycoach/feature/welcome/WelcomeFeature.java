package studycoach.feature.welcome;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Joined;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;

/** Says once, where the bot was added, what it does and how to begin. */
public final class WelcomeFeature implements Feature {
  private final Jdbi jdbi;
  private final WelcomeDao welcomes;
  private final Outbox outbox;
  private final Clock clock;

  public WelcomeFeature(String root, Jdbi jdbi, Outbox outbox, Clock clock) {
    this.jdbi = jdbi;
    this.welcomes = new WelcomeDao(jdbi);
    this.outbox = outbox;
    this.clock = clock;
    outbox.add(new WelcomePosts(root, welcomes, clock));
  }

  @Override
  public String name() {
    return "welcome";
  }

  @Override
  public void joined(Joined joined) {
    if (!WelcomePosts.isTimely(joined, clock)) {
      return; // Platforms tell of all workspaces whenever they connect.
    }
    Optional<Long> added = jdbi.inTransaction(handle -> plan(joined));
    added.ifPresent(id -> outbox.wake(WelcomePosts.KIND, id));
  }

  private Optional<Long> plan(Joined joined) {
    if (welcomes.isUsed(joined.channel())) {
      return Optional.empty();
    }
    Optional<Long> added = welcomes.add(joined);
    added.ifPresent(
        id -> outbox.plan(WelcomePosts.KIND, id, new Destination.Channel(joined.channel())));
    return added;
  }
}
