package studycoach.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;

class TerminalDecoderTest {
  private static final Origin AMIRA =
      new Origin(
          TerminalAdapter.account("amira"), "amira", Optional.of(TerminalAdapter.ROOM), true);
  private static final Notice OLD = notice(2, button("A", "old"), button("Start quiz", "start"));
  private static final Notice NEW = notice(5, button("B", "new"), button("report", "report"));
  private static final Notice CHOICE = notice(7, select(2, 2, "A", "B", "C", "D", "E"));

  private static Notice notice(long number, Control... controls) {
    return new Notice(
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        List.of("x"),
        List.of(controls));
  }

  private static Control button(String label, String verb) {
    return new Control.Button(label, ActionId.of("test", verb));
  }

  private static Control select(int min, int max, String... labels) {
    List<Control.SelectOption> choices =
        Stream.of(labels).map(label -> new Control.SelectOption(label, "v" + label)).toList();
    return new Control.Select("Which?", ActionId.of("test", "select"), choices, min, max);
  }

  private static Decoded decode(String line, Notice... newestFirst) {
    return new TerminalDecoder("coach")
        .decode(AMIRA, line, Set.of("quiz", "report"), List.of(newestFirst));
  }

  private static Incoming sent(String line, Notice... newestFirst) {
    return ((Decoded.Sent) decode(line, newestFirst)).incoming();
  }

  private static String typed(String line, Notice... newestFirst) {
    return ((Incoming.Typed) sent(line, newestFirst)).line();
  }

  private static String pressed(String line, Notice... newestFirst) {
    return ((Incoming.Click) sent(line, newestFirst)).action().verb();
  }

  private static List<String> chosen(String line, Notice... newestFirst) {
    return ((Incoming.Click) sent(line, newestFirst)).values();
  }

  @Test
  void aLineIsACommandWithOrWithoutTheRootWord() {
    assertThat(typed("quiz 5")).isEqualTo("quiz 5");
    assertThat(typed(" /Coach   quiz 5 ")).isEqualTo("quiz 5");
    assertThat(typed("/coach")).isEmpty();
  }

  @Test
  void namedPeopleAreAccounts() {
    Incoming.Typed typed = (Incoming.Typed) sent("group invite @ben who:@Émile x@y @");

    assertThat(typed.people())
        .containsOnlyKeys("@ben", "@Émile")
        .containsEntry("@ben", TerminalAdapter.account("ben"));
  }

  @Test
  void namedRolesAreRolesAndTooLongNamesAreNone() {
    Incoming.Typed typed = (Incoming.Typed) sent("setup mention:@owls @" + "x".repeat(81));

    assertThat(typed.roles()).isEqualTo(Map.of("@owls", TerminalAdapter.role("owls")));
  }

  @Test
  void aLabelPressesTheNewestButtonOfThatName() {
    assertThat(pressed("a", NEW, OLD)).isEqualTo("old");
    assertThat(pressed("b", NEW, OLD)).isEqualTo("new");
    assertThat(pressed("start  QUIZ", NEW, OLD)).isEqualTo("start");
  }

  @Test
  void aNumberNamesTheMessage() {
    Notice newer = notice(9, button("A", "newer"));

    assertThat(pressed("A", newer, OLD)).isEqualTo("newer");
    assertThat(pressed("2 A", newer, OLD)).isEqualTo("old");
    assertThat(decode("2 A", newer, OLD))
        .isEqualTo(new Decoded.Sent(sent("2 A", newer, OLD), Optional.of(2L)));
  }

  @Test
  void aNumberMayBeALabelToo() {
    Notice numbers = notice(3, select(2, 2, "1", "2", "3"));

    assertThat(chosen("2 3", numbers)).containsExactly("v2", "v3");
  }

  @Test
  void labelsFillASelect() {
    assertThat(chosen("a  C", CHOICE)).containsExactly("vA", "vC");
    assertThat(chosen("7 E D", CHOICE)).containsExactly("vE", "vD");
    assertThat(chosen("one two", notice(1, select(1, 2, "one", "one two"))))
        .containsExactly("vone two");
  }

  @Test
  void aNameTellsSelectsWithTheSameLabelsApart() {
    Notice both =
        notice(7, named("Questions: 2", "questions", "1", "2"), named("Days", "days", "1", "2"));

    assertThat(pressed("2", both)).isEqualTo("questions");
    assertThat(pressed("days  2", both)).isEqualTo("days");
    assertThat(pressed("7 Days 2", both)).isEqualTo("days");
    assertThat(chosen("DAYS 2", both)).containsExactly("v2");
    assertThat(typed("days", both)).isEqualTo("days");
    assertThat(typed("days 3", both)).isEqualTo("days 3");
  }

  private static Control named(String prompt, String verb, String... labels) {
    Control.Select select = (Control.Select) select(1, 1, labels);
    return new Control.Select(prompt, ActionId.of("test", verb), select.choices(), 1, 1);
  }

  @Test
  void aWrongNumberOfChoicesIsToldAndNotSent() {
    Decoded wrong = new Decoded.Wrong("Choose 2 of A B C D E.");

    assertThat(decode("A", CHOICE, OLD)).isEqualTo(wrong);
    assertThat(decode("A A", CHOICE)).isEqualTo(wrong);
    assertThat(decode("A B C", CHOICE)).isEqualTo(wrong);
  }

  @Test
  void aButtonIsMeantRatherThanASelectOfTheSameMessage() {
    assertThat(pressed("A", notice(1, select(1, 1, "A"), button("A", "button"))))
        .isEqualTo("button");
  }

  @Test
  void aCommandsFirstWordAloneIsNeverALabel() {
    assertThat(typed("Report", NEW)).isEqualTo("Report");
    assertThat(pressed("5 report", NEW)).isEqualTo("report");
  }

  @Test
  void everythingElseIsACommand() {
    assertThat(typed("A X", CHOICE, OLD)).isEqualTo("A X");
    assertThat(typed("99999999999 A", OLD)).isEqualTo("99999999999 A");
    assertThat(typed("", notice(1, button("", "x")))).isEmpty();
  }

  @Test
  void longAndStrangeLinesAreHarmless() {
    assertThat(typed("A ".repeat(5_000), CHOICE)).hasSize(9_999);
    assertThat(typed("@x ".repeat(5_000), CHOICE)).hasSize(14_999);
    assertThat(typed("\u001b[2J\u0000", CHOICE)).isEqualTo("\u001b[2J\u0000");
  }
}
