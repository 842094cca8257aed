package studycoach.delivery;

import java.util.List;
import studycoach.chat.Destination;

/** Knows who cares for a place where nothing can be posted. */
@FunctionalInterface
public interface PauseWatch {

  /**
   * Where a post of the kind {@link Pause#KIND} tells of it, once each in a pause.
   *
   * @param paused the place that refuses posts
   */
  List<Destination> readers(Destination paused);
}
