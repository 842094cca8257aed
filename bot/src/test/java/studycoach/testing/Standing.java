package studycoach.testing;

import java.util.Optional;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.UserRef;

/** A message that stands, as it is now; private ones have one reader. */
final class Standing {
  final MessageRef ref;
  final Optional<UserRef> reader;
  final Optional<PostKey> key;
  private Optional<String> thread = Optional.empty();
  Message message;

  Standing(MessageRef ref, Optional<UserRef> reader, Optional<PostKey> key, Message message) {
    this.ref = ref;
    this.reader = reader;
    this.key = key;
    this.message = message;
  }

  /** In a thread, with the title that it was to get. */
  Standing inThread(String title) {
    thread = Optional.of(title);
    return this;
  }

  /** The title of the thread that it was sent to; empty if it is in none. */
  Optional<String> thread() {
    return thread;
  }

  /** A post to one person, rather than a reply in the channel that one person sees. */
  boolean isDirect() {
    return reader.isPresent() && key.isPresent();
  }
}
