package studycoach.delivery;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Origin;
import studycoach.markup.Markup;

/**
 * Tells people, once in each pause of their direct messages, that these don't get through. They are
 * tried again then, and whenever somebody writes one to us.
 */
public final class DirectNotices {
  private final Pauses pauses;
  private final Outbox outbox;
  private final Clock clock;

  public DirectNotices(Jdbi jdbi, Outbox outbox, Clock clock) {
    this.pauses = new Pauses(jdbi);
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is to be told below an answer to somebody; empty from then on. */
  public Optional<Markup> take(Origin origin) {
    Destination direct = new Destination.Direct(origin.user());
    boolean writesOne = origin.channel().isEmpty();
    Optional<Pause> due =
        pauses.open(direct).filter(pause -> writesOne || pauses.tell(pause.id(), clock.instant()));
    due.ifPresent(pause -> outbox.reopen(direct));
    return due.filter(pause -> !writesOne)
        .map(
            pause ->
                Markup.of("I could not send you a direct message: ")
                    .text(pause.reason())
                    .text(". Open direct messages for this server to get them."));
  }
}
