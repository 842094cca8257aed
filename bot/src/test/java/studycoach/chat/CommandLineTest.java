package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final String SETUP_USAGE =
      "\nUsage: setup exam:TEXT time:TEXT questions:1-5 feedback:instant|sealed";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setup exam:MLS-C01 time:09:30 questions:3 feedback:sealed",
        "SETUP MLS-C01 09:30 3 sealed",
        "setup feedback SEALED questions 3 exam MLS-C01 time 09:30",
        "setup questions: 3 MLS-C01 Feedback:Sealed 09:30",
        " setup\u00a0\"MLS-C01\" time:“09:30”\t3  sealed ",
      })
  void readsOptionsHoweverTheyAreGiven(String line) {
    assertThat(Examples.parse(line).arguments().values())
        .isEqualTo(
            Map.of("exam", "MLS-C01", "time", "09:30", "questions", 3, "feedback", "sealed"));
  }

  @Test
  void readsPeopleDaysAndFlags() {
    assertThat(Examples.parse("group invite @amira 2026-11-21 off").arguments().values())
        .isEqualTo(
            Map.of("who", Examples.AMIRA, "until", LocalDate.of(2026, 11, 21), "organiser", false));
    assertThat(Examples.parse("Group Invite who:\"@ben li\"").arguments().person("who"))
        .contains(Examples.BEN);
  }

  @Test
  void keepsBlanksEscapesAndOptionNamesWithinQuotes() {
    assertThat(Examples.parse("setup \"a \\\"b\\\" \\\\ c:\\d\"").arguments().text("exam"))
        .contains("a \"b\" \\ c:\\d");
    assertThat(Examples.parse("setup \"time\" \"exam:x\"").arguments().values())
        .isEqualTo(Map.of("exam", "time", "time", "exam:x"));
    assertThat(Examples.parse("setup exam:\"\" https://example.org").arguments().values())
        .isEqualTo(Map.of("exam", "", "time", "https://example.org"));
  }

  @Test
  void doesNotSwallowTheRestOfTheLine() {
    fails("setup a b 3 sealed more", "“more” is more than setup takes.", "\"double quotes\"");
  }

  @Test
  void saysWhatIsWrongWhatIsAllowedAndHow() {
    fails(
        "setup questions:9",
        "“9” does not fit questions, which takes a whole number from 1 to 5.",
        "For example: questions:1");
    fails("setup questions:many", "“many” does not fit questions");
    fails("setup feedback:seald", "one of instant, sealed. Did you mean sealed?");
    fails("setup exam:a exam:b", "exam is given twice");
    fails("setup exam a exam b", "exam is given twice");
    fails("setup exam:", "exam needs a value: text");
    fails("setup exam: time:9", "exam needs a value: text");
    fails("setup qestions:3", "setup has no option “qestions”. Did you mean questions?");
  }

  @Test
  void explainsPeopleDaysAndFlags() {
    String usage = "\nUsage: group invite who:@NAME until:YYYY-MM-DD organiser:yes|no role:@ROLE";
    failsWith("group invite role:@owls", usage, "a role from here", "role:@learners");
    failsWith("group invite @carol", usage, "“@carol” does not fit who", "with an @");
    failsWith("group invite until:2026-02-30", usage, "year-month-day", "until:2026-11-21");
    failsWith("group invite organiser:maybe", usage, "yes or no");
    failsWith("quiz now", "\nUsage: quiz", "“now” is more than quiz takes. It takes no options.");
  }

  @Test
  void namesTheNearestCommand() {
    failsWith("qiuz", "", "There is no command “qiuz”. Did you mean quiz?", "Type help");
    failsWith("pause", "", "Did you mean group pause?");
    failsWith("group shwo", "", "no command group “shwo”. Did you mean group show?");
    failsWith("xylophone", "", "There is no command “xylophone”. Type help for all commands.");
  }

  @Test
  void listsTheMembersOfAFamilyNamedAlone() {
    failsWith("group", "group invite", "invite, show, pause");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void pointsAnEmptyLineToHelp(String line) {
    failsWith(line, "", "Type help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void readsAnEmptyLineAsHomeWhereThereIsOne(String line) {
    Command home =
        new Command(
            "home",
            "Home",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            call -> new Reply.Nothing());

    assertThat(
            CommandLine.parse(
                List.of(Examples.QUIZ, home), new Incoming.Typed(Examples.ORIGIN, line, Map.of())))
        .isEqualTo(new Incoming.CommandCall(Examples.ORIGIN, "home", Arguments.none()));
  }

  @Test
  void refusesAnOpenQuote() {
    failsWith("setup \"a b", "", "“\"a b” ".strip(), "never closed");
  }

  @Test
  void neverRepeatsMuchOrControlCharacters() {
    assertThatThrownBy(() -> Examples.parse("setup questions:" + "x".repeat(500)))
        .hasMessageContaining("x".repeat(59) + "…”")
        .hasMessageNotContaining("x".repeat(60));
    assertThatThrownBy(() -> Examples.parse("a\u0007b\u202ec\u0000"))
        .hasMessageContaining("“a b c”");
    assertThatThrownBy(() -> Examples.parse("quiz ".repeat(500)))
        .hasMessage(
            "That line has 2,500 characters, and I read at most 2,000."
                + " Type help for all commands.");
  }

  @Test
  void completesWhateverComesNext() {
    completes("", "setup", "group", "quiz");
    completes("s", "setup");
    completes("group ", "invite", "show", "pause");
    completes("GROUP s", "show");
    completes("setup fe", "feedback:");
    completes("setup feedback:S", "feedback:sealed");
    completes("setup feedback ", "instant", "sealed");
    completes("setup exam: c", "\"Cloud Practitioner\"");
    completes("setup exam:x time:y questions:1 ", "feedback:", "instant", "sealed");
    completes("nonsense ");
    completes("setup \"open ");
  }

  private static void completes(String line, String... words) {
    assertThat(CommandLine.complete(Examples.COMMANDS, Examples.ORIGIN, line))
        .containsExactly(words);
  }

  private static void fails(String line, String... parts) {
    failsWith(line, SETUP_USAGE, parts);
  }

  private static void failsWith(String line, String end, String... parts) {
    assertThatThrownBy(() -> Examples.parse(line))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith(end)
        .message()
        .contains(List.of(parts));
  }
}
