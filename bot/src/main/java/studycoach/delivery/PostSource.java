package studycoach.delivery;

import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;

/** Whoever has messages of one kind to post. */
public interface PostSource {

  /** Short and lower case; stored with each post. */
  String kind();

  /**
   * Whether a post that does not stand there yet is still worth sending.
   *
   * @param to as in {@link #compose}
   */
  boolean isWanted(long subject, Destination to);

  /**
   * What the post says now; asked again when it is edited.
   *
   * @param to the channel or the person that it is for; the channel also of a post in a thread
   * @param key to be carried by one of the message's controls
   */
  Message compose(long subject, Destination to, PostKey key);
}
