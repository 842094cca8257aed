package studycoach.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;

/** {@code help}: lists all commands, a family of them, or explains one. */
public final class Help implements Feature {
  private static final String COMMAND = "command";
  private static final String MEMBER = "member";
  private final Supplier<List<Command>> commands;

  /**
   * @param commands asked each time, since the router that knows them is made from the features
   */
  public Help(Supplier<List<Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "help",
            "What I can do, or how one command works",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text(COMMAND, "The command, or its first word", origin -> names()),
                new Option.Text(MEMBER, "Its second word, if it has two", origin -> List.of())),
            this::help));
  }

  private Reply help(Incoming.CommandCall call) {
    String first = call.arguments().text(COMMAND).orElse("");
    String asked =
        (first + " " + call.arguments().text(MEMBER).orElse("")).strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty()) {
      return new Reply.Say(HelpViews.all(commands.get()));
    }
    List<Command> family = commands.get().stream().filter(c -> isMember(c, asked)).toList();
    return named(asked)
        .map(HelpViews::one)
        .or(() -> family.isEmpty() ? Optional.empty() : Optional.of(HelpViews.family(family)))
        .map(Reply.Say::new)
        .orElseThrow(() -> unknown(asked));
  }

  private UserError unknown(String asked) {
    String guess =
        Nearest.of(asked, names()).map(name -> " Did you mean help " + name + "?").orElse("");
    return new UserError(
        "There is no command of that name." + guess + " Type help for all commands.");
  }

  private Optional<Command> named(String name) {
    return commands.get().stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private static boolean isMember(Command command, String family) {
    return command.name().startsWith(family + " ");
  }

  private List<String> names() {
    return commands.get().stream()
        .flatMap(command -> Stream.of(command.firstWord(), command.name()))
        .distinct()
        .toList();
  }
}
