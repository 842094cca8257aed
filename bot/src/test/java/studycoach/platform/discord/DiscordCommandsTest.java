package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import studycoach.chat.Command;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.Suggestions;

class DiscordCommandsTest {
  static final Command SETUP =
      command(
          "setup",
          new Option.Text(
              "exam", "Which exam", origin -> List.of("MLS-C01", "mla-c01", "Cloud Practitioner")),
          new Option.Number("questions", "How many", 1, 5),
          new Option.Choice("feedback", "When", List.of("instant", "sealed")),
          new Option.Date("from", "First day"));
  static final Command INVITE =
      command(
          "group invite",
          new Option.Person("who", "Whom"),
          new Option.Flag("organiser", "As organiser"),
          new Option.Role("role", "Which role"),
          new Option.Text("note", "A word", Suggestions.NONE));
  static final List<Command> COMMANDS = List.of(SETUP, INVITE, command("group show"));

  private static Command command(String name, Option... options) {
    return new Command(
        name,
        "Does " + name,
        Response.PRIVATE,
        Permission.EVERYONE,
        List.of(options),
        call -> new Reply.Nothing());
  }

  @Test
  void commandsBecomeMembersAndFamilies() {
    DataObject json = DiscordCommands.of("coach", COMMANDS).toData();

    assertThat(json.getString("name")).isEqualTo("coach");
    assertThat(json.getArray("contexts").toString()).isEqualTo("[\"0\",\"1\"]");
    assertThat(names(json)).containsExactlyInAnyOrder("setup", "group");
    assertThat(names(option(json, "group"))).containsExactly("invite", "show");
  }

  @Test
  void everyKindOfOptionIsDiscordsOwn() {
    DataObject json = DiscordCommands.of("coach", COMMANDS).toData();
    DataObject setup = option(json, "setup");
    DataObject invite = option(option(json, "group"), "invite");

    assertThat(option(setup, "exam").getInt("type")).isEqualTo(3);
    assertThat(option(setup, "exam").getBoolean("autocomplete")).isTrue();
    assertThat(option(setup, "questions").getInt("type")).isEqualTo(4);
    assertThat(option(setup, "questions").getInt("min_value")).isEqualTo(1);
    assertThat(option(setup, "questions").getInt("max_value")).isEqualTo(5);
    assertThat(option(setup, "feedback").getArray("choices").length()).isEqualTo(2);
    assertThat(option(setup, "from").getInt("type")).isEqualTo(3);
    assertThat(option(invite, "who").getInt("type")).isEqualTo(6);
    assertThat(option(invite, "organiser").getInt("type")).isEqualTo(5);
    assertThat(option(invite, "role").getInt("type")).isEqualTo(8);
    assertThat(option(invite, "note").getBoolean("autocomplete")).isFalse();
  }

  @Test
  void whatIsRegisteredIsComparedByItsMeaning() {
    SlashCommandData data = DiscordCommands.of("coach", COMMANDS);
    CommandData again = CommandData.fromData(DataObject.fromJson(data.toData().toJson()));

    assertThat(DiscordCommands.same(data, again)).isTrue();
    assertThat(DiscordCommands.same(data, DiscordCommands.of("coach", List.of(SETUP)))).isFalse();
  }

  private static List<String> names(DataObject holder) {
    return holder.getArray("options").stream((array, i) -> array.getObject(i).getString("name"))
        .toList();
  }

  private static DataObject option(DataObject holder, String name) {
    return holder.getArray("options").stream((array, i) -> array.getObject(i))
        .filter(option -> option.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
