package studycoach.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studycoach.chat.Block;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Message;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.markup.Markup;

/** What help shows. */
final class HelpViews {
  private HelpViews() {}

  /** A line per command, where a family shares one. */
  static Message all(List<Command> commands) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("What I can do")));
    list(blocks, "For everyone", commands, Permission.EVERYONE);
    list(blocks, "For organisers", commands, Permission.ORGANISER);
    blocks.add(new Block.Text(Markup.of("More about one: ").code("help COMMAND")));
    return new Message(blocks);
  }

  static Message family(List<Command> members) {
    Markup lines = Markup.empty();
    for (Command member : members) {
      lines = lines.and(line(member.name(), member.summary() + forWhom(member)));
    }
    return Message.of(
        new Block.Title(Markup.of(members.get(0).firstWord())), new Block.Text(lines));
  }

  static Message one(Command command) {
    Markup text = Markup.of(command.summary() + forWhom(command) + "\n");
    for (Option option : command.options()) {
      text = text.and(line(option.name(), option.summary() + " – " + CommandLine.takes(option)));
    }
    return Message.of(
        new Block.Title(Markup.of(command.name())),
        new Block.Text(text.text("Usage: ").code(CommandLine.usage(command))));
  }

  private static void list(
      List<Block> blocks, String heading, List<Command> commands, Permission permission) {
    Map<String, List<Command>> families =
        commands.stream()
            .filter(command -> command.permission() == permission)
            .collect(
                Collectors.groupingBy(Command::firstWord, LinkedHashMap::new, Collectors.toList()));
    Markup lines = Markup.empty().bold(heading).text("\n");
    for (Map.Entry<String, List<Command>> family : families.entrySet()) {
      lines = lines.and(line(family.getKey(), describe(family.getValue())));
    }
    if (!families.isEmpty()) {
      blocks.add(new Block.Text(lines));
    }
  }

  private static String describe(List<Command> family) {
    Command first = family.get(0);
    return first.name().equals(first.firstWord())
        ? first.summary()
        : family.stream()
            .map(command -> command.name().substring(first.firstWord().length() + 1))
            .collect(Collectors.joining(", "));
  }

  private static Markup line(String name, String text) {
    return Markup.empty().code(name).text(" " + text + "\n");
  }

  private static String forWhom(Command command) {
    return command.permission() == Permission.ORGANISER ? " (organisers only)" : "";
  }
}
