package studycoach.platform.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.utils.data.DataObject;
import studycoach.chat.Command;
import studycoach.chat.Option;
import studycoach.chat.Suggestions;

/** All commands as one slash command: {@code /coach streak}, {@code /coach group show}. */
final class DiscordCommands {
  private static final int LONGEST = 100;
  private static final Option.Visitor<OptionData> OPTIONS = new Options();

  private DiscordCommands() {}

  static SlashCommandData of(String root, List<Command> commands) {
    SlashCommandData data =
        Commands.slash(root, "Study Coach: /" + root + " help lists everything")
            .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    Map<String, SubcommandGroupData> families = new LinkedHashMap<>();
    for (Command command : commands) {
      String first = command.firstWord();
      if (command.name().equals(first)) {
        data.addSubcommands(member(first, command));
      } else {
        families
            .computeIfAbsent(first, name -> new SubcommandGroupData(name, "Commands of " + name))
            .addSubcommands(member(command.name().substring(first.length() + 1), command));
      }
    }
    return data.addSubcommandGroups(families.values());
  }

  /** Whether both are the same command, whatever Discord has added to what it was given. */
  static boolean same(CommandData one, CommandData other) {
    return plain(one).equals(plain(other));
  }

  private static Map<String, Object> plain(CommandData data) {
    return DataObject.fromJson(data.toData().toJson()).toMap();
  }

  private static SubcommandData member(String name, Command command) {
    return new SubcommandData(name, summary(command.summary(), name))
        .addOptions(command.options().stream().map(option -> option.accept(OPTIONS)).toList());
  }

  private static String summary(String summary, String name) {
    return summary.isBlank() ? name : DiscordMarkup.cut(summary, LONGEST);
  }

  private static final class Options implements Option.Visitor<OptionData> {
    private static OptionData data(OptionType type, Option option) {
      return new OptionData(type, option.name(), summary(option.summary(), option.name()));
    }

    @Override
    public OptionData text(Option.Text option) {
      return data(OptionType.STRING, option)
          .setAutoComplete(option.suggestions() != Suggestions.NONE);
    }

    @Override
    public OptionData number(Option.Number option) {
      return data(OptionType.INTEGER, option).setRequiredRange(option.from(), option.to());
    }

    @Override
    public OptionData choice(Option.Choice option) {
      OptionData data = data(OptionType.STRING, option);
      option.words().forEach(word -> data.addChoice(word, word));
      return data;
    }

    @Override
    public OptionData flag(Option.Flag option) {
      return data(OptionType.BOOLEAN, option);
    }

    @Override
    public OptionData person(Option.Person option) {
      return data(OptionType.USER, option);
    }

    @Override
    public OptionData role(Option.Role option) {
      return data(OptionType.ROLE, option);
    }

    @Override
    public OptionData date(Option.Date option) {
      return data(OptionType.STRING, option);
    }
  }
}
