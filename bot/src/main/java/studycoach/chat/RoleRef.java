package studycoach.chat;

import java.util.Locale;
import java.util.Set;
import studycoach.markup.Span;

/**
 * A role of a workspace, which people take or are given, and by which all who have it are called.
 *
 * @param name without its {@code @}; text of a person, so anything may be in it
 */
public record RoleRef(String platform, String workspace, String id, String name) {
  private static final Set<String> EVERYONE = Set.of("everyone", "here", "channel");

  /** Whether it calls everybody, rather than those who wish to be called. */
  public boolean isEveryone() {
    return EVERYONE.contains(name.toLowerCase(Locale.ROOT));
  }

  /** How a text calls those who have this role. */
  public Span.Role span() {
    return new Span.Role(platform, workspace, id, "@" + name);
  }
}
