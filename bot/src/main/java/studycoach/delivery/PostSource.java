package studycoach.delivery;

import studycoach.chat.Message;
import studycoach.chat.PostKey;

/** Whoever has messages of one kind to post. */
public interface PostSource {

  /** Short and lower case; stored with each post. */
  String kind();

  /** Whether a post that does not stand anywhere yet is still worth sending. */
  boolean isWanted(long subject);

  /**
   * What the post says now; asked again when it is edited.
   *
   * @param key to be carried by one of the message's controls
   */
  Message compose(long subject, PostKey key);
}
