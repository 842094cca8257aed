package studycoach.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands of every kind, to be typed. */
final class Examples {
  static final UserRef AMIRA = new UserRef("terminal", "", "amira");
  static final UserRef BEN = new UserRef("terminal", "", "ben li");
  static final Origin ORIGIN = new Origin(AMIRA, "Amira", Optional.empty(), false);
  static final RoleRef LEARNERS = new RoleRef("terminal", "", "learners", "Learners");
  static final RoleRef NIGHT_OWLS = new RoleRef("terminal", "", "night owls", "Night owls");
  static final Map<String, RoleRef> ROLES =
      Map.of("@learners", LEARNERS, "@night owls", NIGHT_OWLS);
  static final Map<String, UserRef> PEOPLE = Map.of("@amira", AMIRA, "@ben li", BEN);

  static final Command SETUP =
      command(
          "setup",
          new Option.Text("exam", "", origin -> List.of("MLS-C01", "Cloud Practitioner")),
          new Option.Text("time", "", Suggestions.NONE),
          new Option.Number("questions", "", 1, 5),
          new Option.Choice("feedback", "", List.of("instant", "sealed")));
  static final Command INVITE =
      command(
          "group invite",
          new Option.Person("who", ""),
          new Option.Date("until", ""),
          new Option.Flag("organiser", ""),
          new Option.Role("role", ""));
  static final Command QUIZ = command("quiz");
  static final List<Command> COMMANDS =
      List.of(SETUP, INVITE, QUIZ, command("group show"), command("group pause"));

  private Examples() {}

  static Incoming.CommandCall parse(String line) {
    return CommandLine.parse(COMMANDS, new Incoming.Typed(ORIGIN, line, PEOPLE, ROLES));
  }

  private static Command command(String name, Option... options) {
    return new Command(
        name,
        "Does " + name,
        Response.PRIVATE,
        Permission.EVERYONE,
        List.of(options),
        call -> new Reply.Nothing());
  }
}
