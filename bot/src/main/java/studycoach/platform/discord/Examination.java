package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import studycoach.chat.ChannelRef;
import studycoach.chat.Finding;
import studycoach.chat.PlatformException;

/** What an operator wants to know when the bot is silent. */
final class Examination {
  private final Connection connection;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(Connection connection) {
    this.connection = connection;
  }

  static List<Finding> of(
      Connection connection, Registration registration, List<ChannelRef> channels) {
    Examination examination = new Examination(connection);
    examination.login();
    examination.commands(registration);
    channels.forEach(examination::channel);
    examination.findings.add(
        Finding.good("Add it to a server: " + Access.invitation(connection.any())));
    return examination.findings;
  }

  /** When there is no connection to be had. */
  static List<Finding> failed(PlatformException reason) {
    return List.of(Finding.bad(String.valueOf(reason.getMessage()), ""));
  }

  private void login() {
    ShardManager shards = connection.shards();
    findings.add(
        Finding.good(
            "Connected as %s, shards: %d, servers: %d"
                .formatted(
                    connection.any().getSelfUser().getName(),
                    shards.getShardsTotal(),
                    shards.getGuildCache().size())));
  }

  private void commands(Registration registration) {
    try {
      findings.add(
          registration.isDone()
              ? Finding.good("The commands are registered")
              : Finding.bad(
                  "The registered commands are not those of this release",
                  "start the bot: it registers them"));
    } catch (Calls.RefusedException e) {
      findings.add(
          Finding.bad(
              "The commands can't be asked for: " + e.reason(),
              "add the bot to the server anew by the address below"));
    }
  }

  private void channel(ChannelRef ref) {
    Guild guild = connection.shards().getGuildById(ref.workspace());
    if (guild == null) {
      findings.add(
          Finding.bad(
              "Not in the server " + ref.workspace() + ", where a group has its channel",
              "add the bot by the address below, or leave it so if the group is no more"));
      return;
    }
    GuildMessageChannel channel = guild.getChannelById(GuildMessageChannel.class, ref.id());
    if (channel == null) {
      findings.add(
          Finding.bad(
              "The channel " + ref.id() + " of " + guild.getName() + " is deleted or out of sight",
              "let the bot view it, or set up the group in another channel"));
      return;
    }
    String place = "#" + channel.getName() + " of " + guild.getName();
    lacking(channel, Access.POSTING, place, "no drops come");
    lacking(channel, Access.THREADS, place, "no threads can be opened");
  }

  private void lacking(
      GuildMessageChannel channel, List<Permission> needed, String place, String otherwise) {
    String missing =
        needed.stream()
            .filter(
                permission ->
                    !channel.getGuild().getSelfMember().hasPermission(channel, permission))
            .map(Permission::getName)
            .collect(Collectors.joining(", "));
    findings.add(
        missing.isEmpty()
            ? Finding.good(place + ": allowed " + names(needed))
            : Finding.bad(
                place + ": not allowed " + missing + ", so " + otherwise,
                "allow it in the channel's settings, under Permissions"));
  }

  private static String names(List<Permission> permissions) {
    return permissions.stream().map(Permission::getName).collect(Collectors.joining(", "));
  }
}
