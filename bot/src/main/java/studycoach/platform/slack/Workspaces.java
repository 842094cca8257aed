package studycoach.platform.slack;

import com.slack.api.Slack;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/** All workspaces in which the bot is installed. Thread-safe. */
final class Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);

  private final Map<String, Workspace> all = new LinkedHashMap<>();
  private final Map<SlackConfig.App, Map<String, Workspace>> ofApps = new LinkedHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final Consumer<String> lost;

  private Workspaces(Consumer<String> lost) {
    this.lost = lost;
  }

  /**
   * Asks Slack for the workspace of each token.
   *
   * @param lost told the reason once no workspace takes its token any more
   * @throws PlatformException if Slack can't be reached or does not know a token
   */
  static Workspaces of(Slack slack, SlackConfig config, Traffic traffic, Consumer<String> lost) {
    Workspaces workspaces = new Workspaces(lost);
    for (SlackConfig.App app : config.apps()) {
      Map<String, Workspace> ofApp = new LinkedHashMap<>();
      for (String token : app.botTokens()) {
        Workspace workspace = Workspace.of(slack, token, traffic, workspaces::turnedAway);
        if (workspaces.all.put(workspace.id(), workspace) != null) {
          throw new PlatformException(
              "Two bot tokens are of the same workspace, " + workspace.name() + ": leave one out",
              null);
        }
        ofApp.put(workspace.id(), workspace);
      }
      workspaces.ofApps.put(app, ofApp);
    }
    return workspaces;
  }

  private void turnedAway(String workspace) {
    if (!closed.add(workspace)) {
      return;
    }
    String reason =
        "The workspace "
            + workspace
            + " no longer takes the bot's token: install the app there anew, and set the token"
            + " that it shows then";
    LOG.error(reason);
    if (closed.size() == all.size()) {
      lost.accept(reason);
    }
  }

  Collection<Workspace> all() {
    return all.values();
  }

  /** Those of one app, by their ids. */
  Map<String, Workspace> of(SlackConfig.App app) {
    return ofApps.getOrDefault(app, Map.of());
  }

  Optional<Workspace> find(String id) {
    return Optional.ofNullable(all.get(id));
  }
}
