package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.RoleRef;
import studycoach.markup.Markup;

class SlackRendererTest {
  private static final ActionId KEY = ActionId.of("daily", "answer", "p1z", 0);

  private static String json(Message message) {
    return SlackRenderer.post(message).json();
  }

  private static Control.Button button(String label, Object... keys) {
    return new Control.Button(label, ActionId.of("daily", "answer", keys));
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i + " ").collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a* _b_ ~c~ `d`",
        "<!everyone> <@U1> <#C1>",
        ":smile:",
        "<https://evil.example|good>",
        "&lt;!here&gt;",
        "@channel",
        "> q",
        "• a",
        "{date}",
        "back\\slash"
      })
  void hostileTextIsShownAsItIs(String typed) {
    String text = "\"text\":\"" + typed.replace("\\", "\\\\") + "\"";

    String shown = json(Message.of(typed)).replace("\\u003c", "<").replace("\\u003e", ">");

    assertThat(shown.replace("\\u0026", "&")).contains(text).doesNotContain("mrkdwn");
  }

  @Property(tries = 300)
  void noTextCallsAnybodyOrIsReadAsASign(@ForAll("callingTexts") String text) {
    Message message =
        Message.of(
            new Block.Title(Markup.of(text)),
            new Block.Text(Markup.of(text).bold(text).italic(text).code(text)),
            new Block.Text(Markup.empty().and(new RoleRef("slack", text, text, text).span())),
            new Block.Note(Markup.of(text)),
            new Block.Fields(List.of(new Block.Field(text, Markup.of(text)))),
            new Block.Controls(List.of(button(text))));

    SlackRenderer.Drawn drawn = SlackRenderer.post(message);

    assertThat(drawn.json())
        .doesNotContain("\"type\":\"user\"", "\"type\":\"usergroup\"", "\"type\":\"broadcast\"");
    assertThat(drawn.text()).doesNotContain("<", ">");
    assertThat(SmallPrint.of(Markup.of(text)).getText()).doesNotContain("<", ">");
    SlackLimits.assertPost(message);
  }

  @Provide
  Arbitrary<String> callingTexts() {
    return Arbitraries.of(
            "<!everyone>",
            "<!here|x>",
            "<@U12345>",
            "<!subteam^S12345>",
            "<",
            ">",
            "@",
            "|",
            "&",
            "&lt;",
            "*",
            "_",
            "`",
            " ",
            "x",
            "\u202e")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 300)
  void anyMessageFits(@ForAll List<String> texts, @ForAll String title, @ForAll String name) {
    List<Block> blocks = new ArrayList<>();
    for (String text : List.of(title, name)) {
      Markup markup = Markup.of(text).time(Instant.EPOCH, ZoneOffset.UTC);
      blocks.add(new Block.Title(Markup.of(text)));
      blocks.add(new Block.Divider());
      blocks.add(new Block.Note(markup));
      blocks.add(new Block.Progress(markup, 1, 3));
      blocks.add(new Block.Fields(List.of(new Block.Field(text, Markup.of(text.repeat(30))))));
      texts.forEach(t -> blocks.add(new Block.Text(Markup.empty().bold(t).text(t).code(t))));
      blocks.add(new Block.Controls(List.of(new Control.Button(text, KEY))));
    }
    Message message = new Message(blocks.stream().limit(200).toList());

    SlackLimits.assertTaken(new Message(distinct(message)));
    SlackLimits.assertAnswer(new Message(distinct(message)));
  }

  /** No action id stands twice in a message. */
  private static List<Block> distinct(Message message) {
    List<Block> controls =
        message.blocks().stream().filter(Block.Controls.class::isInstance).limit(1).toList();
    return Stream.concat(
            message.blocks().stream().filter(block -> !(block instanceof Block.Controls)),
            controls.stream())
        .toList();
  }

  private static Message longMessage() {
    return Message.of(
        new Block.Text(Markup.of(words(6_000))),
        new Block.Controls(
            IntStream.range(0, 60).<Control>mapToObj(i -> button("B" + i, i)).toList()),
        new Block.Controls(List.of(new Control.Button("Key", KEY))));
  }

  private static String blocks(List<LayoutBlock> blocks) {
    return Json.of(blocks).toString();
  }

  @Test
  void aLongAnswerIsSplitBetweenWordsAndItsControlsGoWithTheLast() {
    List<SlackRenderer.Drawn> all = SlackRenderer.answer(longMessage());

    assertThat(all).hasSizeBetween(2, 5);
    assertThat(all.get(0).json()).doesNotContain("actions");
    assertThat(all.get(all.size() - 1).json()).contains("w5999", KEY.encode(), "daily:answer:59");
    SlackLimits.assertAnswer(longMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 20_000})
  void howeverLongAPostIsItKeepsTheControlWithItsKey(int words) {
    Message message =
        Message.of(
            new Block.Text(Markup.of(words(words))),
            new Block.Controls(List.of(new Control.Button("Key", KEY))));
    List<Block> many = new ArrayList<>(message.blocks());
    for (int i = 0; i < 80; i++) {
      many.add(1, new Block.Divider());
      many.add(1, new Block.Text(Markup.of(words(words / 10))));
    }

    assertThat(json(message)).contains(KEY.encode(), "w0 ");
    assertThat(json(new Message(many))).contains(KEY.encode(), "w0 ");
    assertThat(blocks(SlackRenderer.view(new Message(many)))).contains(KEY.encode());
    SlackLimits.assertTaken(message);
    SlackLimits.assertTaken(new Message(many));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 4_000, 20_000})
  void ofALongQuestionTheStemIsCutAndNoOption(int words) {
    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(Markup.of(words(words)))));
    for (String letter : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      Markup option = Markup.empty().bold(letter).text("  " + (letter + "_ ").repeat(70));
      blocks.add(new Block.Text(option.text("end of " + letter)));
    }
    blocks.add(new Block.Text(Markup.of("Open until tomorrow")));
    blocks.add(new Block.Controls(List.of(new Control.Button("A", KEY))));
    Message question = new Message(blocks);

    String post = json(question);

    assertThat(post)
        .contains("w0 ", "end of A", "end of B", "end of C", "end of D", "end of E", "end of F")
        .contains("end of G", "end of H", "Open until tomorrow", KEY.encode());
    assertThat(post.contains("…")).isEqualTo(words > 200);
    SlackLimits.assertTaken(question);
  }

  @Test
  void whatNotificationsShowIsTheWordsAndNeverTooLongForAnEdit() {
    assertThat(
            SlackRenderer.post(
                    Message.of(
                        new Block.Title(Markup.of("A < B & C")),
                        new Block.Text(Markup.empty().bold("Why?")),
                        new Block.Controls(List.of(button("A")))))
                .text())
        .isEqualTo("A &lt; B &amp; C\nWhy?");
    SlackLimits.assertTaken(Message.of("&<".repeat(5_000)));
    assertThat(SlackRenderer.post(Message.of(new Block.Divider())).text()).isNotBlank();
  }

  @Test
  void aMomentAfterTheYear2038IsShownAsText() {
    Instant late = Instant.parse("2099-12-31T09:00:00Z");

    String shown = json(Message.of(new Block.Text(Markup.empty().time(late, ZoneOffset.UTC))));

    assertThat(shown).contains("2099").doesNotContain("\"date\"");
  }

  @Test
  void linksAreDrawnWithTheirTextAndPlainAddressesAreNot() {
    URI to = URI.create("https://a.example/ä?b=<c>".replace("<c>", "c"));

    String shown = json(Message.of(new Block.Text(Markup.of("https://b.example").link("d", to))));

    assertThat(shown.toLowerCase(Locale.ROOT))
        .contains("\"text\":\"https://b.example\"", "https://a.example/%c3%a4");
  }
}
