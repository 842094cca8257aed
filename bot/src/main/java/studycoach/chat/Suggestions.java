package studycoach.chat;

import java.util.List;

/** Values that an option may well have here: for completion, and for the nearest match. */
@FunctionalInterface
public interface Suggestions {

  /** No value is likelier than another. */
  Suggestions NONE = origin -> List.of();

  List<String> in(Origin origin);
}
