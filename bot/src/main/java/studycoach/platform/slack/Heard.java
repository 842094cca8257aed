package studycoach.platform.slack;

import java.util.function.Function;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;

/**
 * Something that somebody did, as far as Slack has told it.
 *
 * @param key the same whenever Slack tells of it again
 * @param origin with the name that came along, if one did
 * @param what it is, given its origin
 * @param trigger allows to open a form, for three seconds; empty if it doesn't
 */
record Heard(
    String key,
    Workspace workspace,
    Spot spot,
    Origin origin,
    Function<Origin, Incoming> what,
    String trigger) {
  /** With the name as it came along; enough to know how it will be answered. */
  Incoming incoming() {
    return what.apply(origin);
  }

  /** With the name that people see, for which Slack may have to be asked. */
  Incoming named() {
    String name = workspace.people().name(spot.user(), origin.name());
    return what.apply(origin.named(name));
  }
}
