package studycoach.engine;

import java.util.Optional;
import studycoach.chat.Origin;
import studycoach.markup.Markup;

/** Things that a person is to know and can't be sent. */
@FunctionalInterface
public interface Notices {

  /** What is to be told below the next private answer; taken once, so not returned again. */
  Optional<Markup> take(Origin origin);

  static Notices none() {
    return origin -> Optional.empty();
  }
}
