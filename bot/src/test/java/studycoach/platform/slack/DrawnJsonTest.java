package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.RoleRef;
import studycoach.chat.UserRef;
import studycoach.markup.Markup;

/** What Slack is sent for each kind of block, control, span and form, beside files that say it. */
class DrawnJsonTest {
  private static final Path EXPECTED = Path.of("src/test/resources/studycoach/platform/slack");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final Map<String, Message> MESSAGES =
      Map.ofEntries(
          Map.entry("title", titled(new Block.Text(Markup.of("Which one?")))),
          Map.entry("text", texts(Markup.of("One."), Markup.of("Two.\nThree."))),
          Map.entry("fields", fields()),
          Map.entry("progress", progress()),
          Map.entry("divider", titled(new Block.Divider(), new Block.Title(Markup.of("Later")))),
          Map.entry("buttons", buttons(6)),
          Map.entry("link-button", link()),
          Map.entry("plain", texts(Markup.of("*a* @everyone"), Markup.of("# b"))),
          Map.entry("bold", texts(Markup.of("a").bold(" b* ").bold("c"))),
          Map.entry("italic", texts(Markup.empty().italic("a_b").italic(" c"))),
          Map.entry("code", texts(Markup.empty().code("a*b").code("a`b").code("a\nb"))),
          Map.entry("link", texts(Markup.empty().link("[a]", URI.create("https://a.example/(b)")))),
          Map.entry("time", texts(Markup.empty().time(Instant.EPOCH, ZoneOffset.UTC))),
          Map.entry("second", texts(Markup.empty().second(Instant.EPOCH, ZoneOffset.UTC))),
          Map.entry("person", people()),
          Map.entry("role", texts(roles())),
          Map.entry("channel", texts(channels())),
          Map.entry(
              "note",
              titled(new Block.Note(Markup.of("*a* <b> :c:").time(Instant.EPOCH, ZoneOffset.UTC)))),
          Map.entry("menu", controls(select(12, 1))),
          Map.entry("checkboxes", controls(button(0), select(10, 3), button(1))),
          Map.entry("long-menu", controls(select(11, 3))));

  private static Message titled(Block... blocks) {
    return Message.of(new Block.Title(Markup.of("Question *7*"))).and(blocks);
  }

  private static Message texts(Markup... texts) {
    return new Message(List.of(texts).stream().<Block>map(Block.Text::new).toList());
  }

  private static Message fields() {
    return titled(
        new Block.Fields(
            List.of(
                new Block.Field("streak", Markup.of("3 drops")),
                new Block.Field("board", Markup.of("place 1 of 30, which is long, so it")),
                new Block.Field("", Markup.empty()))));
  }

  private static Message progress() {
    return titled(
        new Block.Progress(Markup.of("Answered"), 5, 10),
        new Block.Progress(Markup.empty(), 0, 0),
        new Block.Text(Markup.of("More.")));
  }

  private static Message controls(Control... controls) {
    return Message.of(new Block.Controls(List.of(controls)));
  }

  private static Message buttons(int count) {
    return controls(
        IntStream.range(0, count).mapToObj(DrawnJsonTest::button).toArray(Control[]::new));
  }

  private static Message link() {
    return controls(new Control.LinkButton("Docs", URI.create("https://docs.example/a")));
  }

  private static Control.Button button(int i) {
    return new Control.Button("B" + i, ActionId.of("daily", "answer", 1, "p1", i));
  }

  private static Control.Select select(int options, int max) {
    List<Control.SelectOption> choices =
        IntStream.range(0, options)
            .mapToObj(i -> new Control.SelectOption("Option " + i, "v" + i))
            .toList();
    return new Control.Select(
        "Choose " + max, ActionId.of("daily", "choose", "p1"), choices, max, max);
  }

  private static Message people() {
    return texts(
        Markup.empty().and(SlackDecoder.account("T1", "U42").named("Amira")),
        Markup.empty().and(new UserRef("discord", "", "42").named("B*n")));
  }

  private static Markup roles() {
    return Markup.empty()
        .and(new RoleRef("slack", "T1", "S12345", "crew").span())
        .and(new RoleRef("slack", "T1", "everyone", "everyone").span())
        .and(new RoleRef("discord", "1", "42", "learners").span());
  }

  private static Markup channels() {
    return Markup.empty()
        .and(new ChannelRef("slack", "T1", "C12345").span())
        .and(new ChannelRef("discord", "1", "42").span());
  }

  static Stream<Arguments> messages() {
    return MESSAGES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsDrawnAsItsFileSays(String name, Message message) throws IOException {
    SlackLimits.assertPost(message);
    assertDrawn(name, Json.of(SlackRenderer.post(message)).toString());
  }

  @Test
  void anAnswerOfTwoMessagesHasItsControlsInTheLast() throws IOException {
    Message message =
        titled(new Block.Text(Markup.of("a ".repeat(5_000)))).and(buttons(1).blocks().get(0));

    String drawn = Json.of(SlackRenderer.answer(message)).toString();

    assertDrawn("answer", drawn.replaceAll("(a ){100,}", "a a a "));
  }

  @Test
  void aFormIsDrawnAsItsFileSays() throws IOException {
    Modal modal =
        new Modal(
            ActionId.of("report", "send", 7),
            "Report a question of the exam",
            List.of(
                new ModalField("zone", "Time zone", "UTC", true, false, 20),
                new ModalField("wrong", "What is wrong?", "", false, true, 9_000)));

    SlackLimits.assertForm(modal);
    assertDrawn("modal", SlackForms.of(modal, "where it was opened"));
  }

  private static void assertDrawn(String name, String json) throws IOException {
    Path actual = Path.of("target", "drawn", "slack", name + ".json");
    Path expected = EXPECTED.resolve(actual.getFileName());
    String drawn = JSON.writeValueAsString(JSON.readValue(json, Object.class)) + "\n";
    if (!Files.exists(expected) || !Files.readString(expected).equals(drawn)) {
      Files.createDirectories(actual.getParent());
      Files.writeString(actual, drawn);
    }
    assertThat(expected).as("If it is meant: cp bot/%s bot/%s", actual, expected).hasContent(drawn);
  }
}
