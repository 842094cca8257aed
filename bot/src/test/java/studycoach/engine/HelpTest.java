package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserRef;

class HelpTest {
  private static final Origin ORIGIN =
      new Origin(new UserRef("slack", "T1", "U1"), "Amira", Optional.empty(), false);
  private final List<Command> commands = new ArrayList<>();
  private final Router router = router();

  @Test
  void listsWhatEveryoneAndWhatOrganisersMayDo() {
    assertThat(says("help"))
        .containsSubsequence(
            "For everyone",
            "quiz Does quiz",
            "group show",
            "help ",
            "For organisers",
            "group pause, resume");
  }

  @Test
  void explainsOneCommand() {
    assertThat(says("help QUIZ"))
        .contains("Does quiz", "count How many – a whole number from 1 to 9")
        .endsWith("Usage: quiz count:1-9");
    assertThat(says("help group pause")).contains("Does group pause (organisers only)");
    assertThat(says("help \"group pause\"")).isEqualTo(says("help group pause"));
  }

  @Test
  void listsAFamily() {
    assertThat(says("help group"))
        .contains("group show Does group show", "group pause Does group pause (organisers only)");
  }

  @Test
  void namesTheNearestCommand() {
    assertThat(says("help quizz")).contains("Did you mean help quiz?");
    assertThat(says("help group puase")).contains("Did you mean help group pause?");
    assertThat(says("help zebra"))
        .isEqualTo("There is no command of that name. Type help for all commands.");
  }

  private String says(String line) {
    return Texts.of(router.accept(new Incoming.Typed(ORIGIN, line, Map.of())));
  }

  private Router router() {
    Reply done = Reply.say("done");
    FakeFeature fake =
        new FakeFeature("fake")
            .command("quiz", Response.PRIVATE, done)
            .command("group show", Response.PRIVATE, done)
            .command("group pause", Response.PUBLIC, Permission.ORGANISER, call -> done)
            .command("group resume", Response.PUBLIC, Permission.ORGANISER, call -> done);
    Router made =
        new Router(
            List.of(fake, new Help(() -> commands)),
            Origin::manager,
            RateLimit.none(),
            Notices.none(),
            Arrivals.allNew(),
            new Bugs(
                (incoming, cause) -> {
                  throw cause;
                }));
    commands.addAll(made.commands());
    return made;
  }
}
