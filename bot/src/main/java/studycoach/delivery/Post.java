package studycoach.delivery;

import java.util.Optional;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;

/**
 * A row of the outbox.
 *
 * @param subject the row that it shows, in a table of its kind
 * @param stale how often it was asked to be edited since it last was
 * @param parent the post in whose thread it stands; empty if in none
 * @param ref where it stands, once it is posted
 */
record Post(
    long id,
    String kind,
    long subject,
    State state,
    int stale,
    Optional<Long> parent,
    Optional<MessageRef> ref) {

  /** Where a post is on its way. */
  enum State {
    PLANNED,
    /** Handed to the platform; whether it stands there is in doubt until it answers. */
    SENDING,
    POSTED,
    /** Given up, since nobody wants it any more. */
    REFUSED
  }

  PostKey key() {
    return PostKey.of(id);
  }
}
