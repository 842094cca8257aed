package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatException;
import studycoach.chat.Finding;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/** What an operator wants to know when the bot is silent. */
final class Examination {
  private static final String PASTE =
      "paste config/slack-manifest.yaml under App Manifest of https://api.slack.com/apps, then"
          + " install the app anew";

  private final Slack slack;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(Slack slack) {
    this.slack = slack;
  }

  static List<Finding> of(
      Slack slack, SlackConfig config, Traffic traffic, List<ChannelRef> channels) {
    Examination examination = new Examination(slack);
    for (SlackConfig.App app : config.apps()) {
      app.botTokens().forEach(examination::token);
      app.appToken().ifPresent(examination::socket);
      app.signingSecret().ifPresent(secret -> examination.door(config));
    }
    examination.channels(config, traffic, channels);
    return examination.findings;
  }

  private void token(String token) {
    try {
      AuthTestResponse self = Workspace.authTest(slack, token);
      findings.add(Finding.good("Connected to " + self.getTeam() + " as " + self.getUser()));
      scopes(self);
    } catch (PlatformException e) {
      findings.add(Finding.bad(String.valueOf(e.getMessage()), ""));
    } catch (Calls.RefusedException | Calls.TooSoonException | ChatException e) {
      findings.add(unreached(e));
    }
  }

  private static Finding unreached(Exception e) {
    return Finding.bad(
        "Slack could not be asked: " + e.getMessage(),
        "see whether this machine reaches slack.com");
  }

  private void scopes(AuthTestResponse self) {
    Set<String> given =
        self.getHttpResponseHeaders().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("x-oauth-scopes"))
            .flatMap(header -> header.getValue().stream())
            .flatMap(list -> Stream.of(list.split(",", -1)))
            .map(String::strip)
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(SlackManifest.SCOPES);
    missing.removeAll(given);
    findings.add(
        missing.isEmpty()
            ? Finding.good("All scopes are given")
            : Finding.bad(
                "In " + self.getTeam() + " these scopes are missing: " + String.join(", ", missing),
                PASTE));
  }

  private void socket(String appToken) {
    try {
      slack.issueSocketModeUrl(appToken);
      findings.add(Finding.good("Slack opens sockets for the app token"));
    } catch (IllegalStateException e) {
      findings.add(Finding.bad(Socket.turnedAway(Socket.error(e)), ""));
    } catch (IOException e) {
      findings.add(unreached(e));
    }
  }

  private void door(SlackConfig config) {
    findings.add(
        Finding.good(
            "While the bot runs, Slack's requests are heard on port "
                + config.port()
                + " of "
                + config.host()
                + " under "
                + Entrance.PATH));
  }

  private void channels(SlackConfig config, Traffic traffic, List<ChannelRef> channels) {
    try {
      Workspaces workspaces = Workspaces.of(slack, config, traffic, reason -> {});
      channels.forEach(channel -> channel(workspaces, channel));
    } catch (PlatformException e) {
      return; // told above
    }
  }

  private void channel(Workspaces workspaces, ChannelRef ref) {
    var workspace = workspaces.find(ref.workspace());
    if (workspace.isEmpty()) {
      findings.add(
          Finding.bad(
              "A group has its channel in the workspace "
                  + ref.workspace()
                  + ", which has no token",
              "set its bot token too, or leave it so if the group is no more"));
      return;
    }
    try {
      Conversation channel =
          workspace
              .get()
              .calls()
              .call("conversations.info", c -> c.conversationsInfo(r -> r.channel(ref.id())))
              .getChannel();
      findings.add(channel(channel, "#" + channel.getName() + " of " + workspace.get().name()));
    } catch (Calls.RefusedException e) {
      findings.add(
          Finding.bad(
              "The channel " + ref.id() + " of " + workspace.get().name() + ": " + e.reason(),
              "or set up the group in another channel"));
    } catch (Calls.TooSoonException | ChatException e) {
      findings.add(unreached(e));
    }
  }

  private static Finding channel(Conversation channel, String place) {
    if (channel.isArchived()) {
      return Finding.bad(
          place + " is archived, so no drops come",
          "unarchive it, or set up the group in another channel");
    }
    return channel.isMember()
        ? Finding.good(place + ": the bot is in it")
        : Finding.bad(
            place + ": the bot is not in it, so no drops come",
            "type /invite and the bot's name there");
  }
}
