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
    return Message.of(
        new Block.Title(Markup.of(members.get(0).firstWord())),
        new Block.Fields(
            members.stream()
                .map(member -> field(member.name(), member.summary() + forWhom(member)))
                .toList()));
  }

  static Message one(Command command) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(command.name())));
    blocks.add(new Block.Text(Markup.of(command.summary() + forWhom(command))));
    if (!command.options().isEmpty()) {
      blocks.add(
          new Block.Fields(
              command.options().stream()
                  .map(
                      option ->
                          field(
                              option.name(), option.summary() + " – " + CommandLine.takes(option)))
                  .toList()));
    }
    blocks.add(new Block.Text(Markup.of("Usage: ").code(CommandLine.usage(command))));
    return new Message(blocks);
  }

  private static void list(
      List<Block> blocks, String heading, List<Command> commands, Permission permission) {
    Map<String, List<Command>> families =
        commands.stream()
            .filter(command -> command.permission() == permission)
            .collect(
                Collectors.groupingBy(Command::firstWord, LinkedHashMap::new, Collectors.toList()));
    if (!families.isEmpty()) {
      blocks.add(new Block.Text(Markup.empty().bold(heading)));
      blocks.add(
          new Block.Fields(
              families.entrySet().stream()
                  .map(family -> field(family.getKey(), describe(family.getValue())))
                  .toList()));
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

  private static Block.Field field(String name, String value) {
    return new Block.Field(name, Markup.of(value));
  }

  private static String forWhom(Command command) {
    return command.permission() == Permission.ORGANISER ? " (organisers only)" : "";
  }
}
