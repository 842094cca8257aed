package studycoach.platform.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** What the bot must be allowed, and nothing more. */
final class Access {
  /** Without these there are no drops; the history tells whether a post in doubt stands there. */
  static final List<Permission> POSTING =
      List.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_HISTORY);

  /** Only for groups that discuss after the reveal. */
  static final List<Permission> THREADS =
      List.of(Permission.CREATE_PUBLIC_THREADS, Permission.MESSAGE_SEND_IN_THREADS);

  /** For the picture of a weekly post, which is in words without it. */
  private static final Permission PICTURES = Permission.MESSAGE_ATTACH_FILES;

  private Access() {}

  /** Whether the bot may put pictures there. */
  static boolean toAttach(MessageChannel channel) {
    return !(channel instanceof GuildMessageChannel place)
        || place.getGuild().getSelfMember().hasPermission(place, PICTURES);
  }

  /** The address that adds the bot to a server. */
  static String invitation(JDA discord) {
    List<Permission> all = new ArrayList<>(POSTING);
    all.addAll(THREADS);
    all.add(PICTURES);
    return discord.setRequiredScopes("applications.commands").getInviteUrl(all);
  }
}
