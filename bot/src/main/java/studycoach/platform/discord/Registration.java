package studycoach.platform.discord;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import studycoach.chat.Command;
import studycoach.chat.PlatformException;

/** Makes the commands known to Discord, which keeps them until they are replaced. */
record Registration(JDA discord, Calls calls, SlashCommandData wanted) {
  static Registration of(JDA discord, Calls calls, String root, List<Command> commands) {
    return new Registration(discord, calls, DiscordCommands.of(root, commands));
  }

  /** Whether Discord has these commands and no others. */
  boolean isDone() throws Calls.RefusedException {
    var known = calls.call(() -> discord.retrieveCommands(true));
    return known.size() == 1 && DiscordCommands.same(CommandData.fromCommand(known.get(0)), wanted);
  }

  /**
   * Registers them if it is not done.
   *
   * @throws PlatformException if Discord doesn't take them
   */
  void renew() {
    try {
      if (!isDone()) {
        calls.call(() -> discord.updateCommands().addCommands(wanted));
      }
    } catch (Calls.RefusedException e) {
      throw new PlatformException("Discord did not take the commands: " + e.reason(), e);
    }
  }
}
