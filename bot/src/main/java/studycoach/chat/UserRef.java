package studycoach.chat;

import studycoach.markup.Span;

/**
 * An account on a platform.
 *
 * @param workspace empty where accounts are the same in all workspaces
 */
public record UserRef(String platform, String workspace, String id) {

  /** How a text names this person. */
  public Span.Person named(String name) {
    return new Span.Person(platform, workspace, id, name);
  }
}
