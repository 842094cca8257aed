package studycoach.chat;

import java.util.Optional;
import studycoach.markup.Span;

/**
 * An account on a platform.
 *
 * @param workspace empty or the platform's own name where accounts are the same in all workspaces
 */
public record UserRef(String platform, String workspace, String id) {

  /** The workspace to which the account belongs; empty where it is the same in all. */
  public Optional<String> home() {
    return Optional.of(workspace).filter(id -> !id.isEmpty() && !id.equals(platform));
  }

  /** How a text names this person. */
  public Span.Person named(String name) {
    return new Span.Person(platform, workspace, id, name);
  }
}
