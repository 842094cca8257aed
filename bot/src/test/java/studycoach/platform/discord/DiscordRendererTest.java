package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.RoleRef;
import studycoach.markup.Markup;

class DiscordRendererTest {
  private static final int MOST_TEXT = 6_000;

  private static DataObject json(Message message) {
    return DiscordRenderer.post(message).toData();
  }

  private static String text(Markup markup) {
    return String.valueOf(
        DiscordRenderer.post(Message.of(new Block.Text(markup)))
            .getEmbeds()
            .get(0)
            .getDescription());
  }

  private static Control.Button button(String label, Object... keys) {
    return new Control.Button(label, ActionId.of("daily", "answer", keys));
  }

  @Test
  void everyKindOfBlockIsDrawn() {
    Message message =
        Message.of(
            new Block.Title(Markup.of("Question 7")),
            new Block.Text(Markup.of("Which one?").bold("This")),
            new Block.Progress(Markup.of("Answered"), 5, 10),
            new Block.Progress(Markup.empty(), 0, 0),
            new Block.Fields(List.of(new Block.Field("Streak", Markup.of("3 days")))),
            new Block.Divider(),
            new Block.Title(Markup.of("Later")),
            new Block.Controls(
                List.of(
                    button("A", 1),
                    new Control.LinkButton("Docs", URI.create("https://example.org/a")),
                    new Control.Select(
                        "Choose",
                        ActionId.of("daily", "choose"),
                        List.of(new Control.SelectOption("B", "2")),
                        1,
                        1),
                    button("C", 3))));

    DataObject json = json(message);

    DataObject first = json.getArray("embeds").getObject(0);
    assertThat(first.getString("title")).isEqualTo("Question 7");
    assertThat(first.getString("description"))
        .isEqualTo(
            "Which one?**This**\n\nAnswered\n██████████░░░░░░░░░░ 5 of 10\n░░░░░░░░░░░░░░░░░░░░ 0 of 0");
    assertThat(first.getArray("fields").getObject(0).toMap())
        .containsEntry("name", "Streak")
        .containsEntry("value", "3 days");
    assertThat(json.getArray("embeds").getObject(1).getString("description"))
        .isEqualTo("**Later**");
    assertThat(json.getArray("components").length()).isEqualTo(3);
    assertThat(json.getObject("allowed_mentions").getArray("parse").isEmpty()).isTrue();
  }

  @Test
  void spansAreWrittenInDiscordsMarkdown() {
    Markup markup =
        Markup.of("a ")
            .italic(" it ")
            .code("x*y")
            .code("tick ` in")
            .code("two\nlines")
            .link("the [docs]", URI.create("https://example.org/a_(b)"))
            .text(" ")
            .time(Instant.ofEpochSecond(1_800_000_000), ZoneId.of("UTC"))
            .and(DiscordDecoder.account("42").named("Amira"))
            .and(new studycoach.chat.UserRef("slack", "T1", "U1").named("B*n"));

    assertThat(text(markup).replace("\u200b", ""))
        .isEqualTo(
            "a  _it_ `x*y``` tick ` in `````\ntwo\nlines\n```"
                + "[the \\[docs\\]](https://example.org/a_%28b%29) "
                + "<t:1800000000:f> (<t:1800000000:R>)<@42>B\\*n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "*a* _b_ ~~c~~ ||d|| `e`;\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`",
        "@everyone <@1> <#2> <:x:3>;\\@everyone \\<\\@1> \\<#2> \\<:x:3>",
        "https://evil.example;https\\://evil.example",
        "[a](b);\\[a\\](b)",
        "# h;\\# h",
        "-# h;\\-# h",
        "> q;\\> q",
        "- a;\\- a",
        "1. a;1\\. a",
        "back\\slash;back\\\\slash",
      })
  void hostileTextIsShownAsItIs(String typed, String written) {
    assertThat(text(Markup.of(typed))).isEqualTo(written);
    assertThat(text(Markup.of("line\n" + typed))).isEqualTo("line\n" + written);
  }

  @Test
  void codeDoesNotEndEarly() {
    assertThat(text(Markup.empty().code("a\n```\n@everyone"))).doesNotContain("\n```\n@");
    assertThat(text(Markup.empty().code("``` x"))).doesNotContain("``` x");
  }

  @Test
  void whatCannotBeSeenIsTakenOut() {
    assertThat(text(Markup.of("a\u0000\u001b\u202eb\r\nc"))).isEqualTo("ab\nc");
  }

  @Property(tries = 300)
  void noTextCallsAnybody(@ForAll("callingTexts") String text) {
    Message message =
        Message.of(
            new Block.Title(Markup.of(text)),
            new Block.Text(Markup.of(text).bold(text).code(text)),
            new Block.Text(Markup.empty().and(new RoleRef("discord", text, text, text).span())),
            new Block.Fields(List.of(new Block.Field(text, Markup.of(text)))));

    DataObject json = DiscordRenderer.announcement(message).toData();

    assertThat(json.getString("content", "")).isEmpty();
    assertThat(json.getObject("allowed_mentions").toMap())
        .containsEntry("parse", List.of())
        .doesNotContainKeys("roles", "users");
  }

  @Provide
  Arbitrary<String> callingTexts() {
    return Arbitraries.of(
            "@everyone", "@here", "<@&1>", "<@1>", "<", ">", "@", "&", "1x", "\\", "`", " ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 300)
  void anyMessageFitsAndAnAnswerLosesNothing(
      @ForAll List<String> texts, @ForAll String title, @ForAll String name) {
    List<Block> blocks =
        Stream.of(title, name)
            .flatMap(
                text ->
                    Stream.concat(
                        Stream.of(
                            new Block.Title(Markup.of(text)),
                            new Block.Divider(),
                            new Block.Fields(
                                List.of(new Block.Field(text, Markup.of(text.repeat(30)))))),
                        texts.stream().map(t -> new Block.Text(Markup.empty().bold(t).text(t)))))
            .map(Block.class::cast)
            .toList();
    Message message = new Message(blocks);

    assertFits(DiscordRenderer.post(message));
    DiscordRenderer.answer(message).forEach(DiscordRendererTest::assertFits);
  }

  private static void assertFits(MessageCreateData data) {
    int characters = data.getEmbeds().stream().mapToInt(MessageEmbed::getLength).sum();
    assertThat(characters).isBetween(1, MOST_TEXT);
    assertThat(data.getEmbeds()).hasSizeLessThanOrEqualTo(10);
    assertThat(data.getComponents()).hasSizeLessThanOrEqualTo(5);
  }

  private static Message longMessage() {
    Markup words =
        Markup.of(
            IntStream.range(0, 3_000).mapToObj(i -> "w" + i).reduce("", (a, b) -> a + b + " "));
    return Message.of(
        new Block.Text(words),
        new Block.Controls(
            IntStream.range(0, 30).<Control>mapToObj(i -> button("B" + i, i)).toList()),
        new Block.Controls(List.of(button("Key", "p1z"))));
  }

  @Test
  void aLongAnswerIsSplitAndItsControlsGoWithTheLast() {
    List<MessageCreateData> all = DiscordRenderer.answer(longMessage());

    assertThat(all.stream().flatMap(data -> data.getEmbeds().stream()))
        .extracting(MessageEmbed::getDescription)
        .anySatisfy(text -> assertThat(text).startsWith("w0 "))
        .anySatisfy(text -> assertThat(text).contains("w2999"));
    assertThat(all.get(0).getComponents()).isEmpty();
    assertThat(all.stream().mapToInt(data -> data.getComponents().size()).sum()).isEqualTo(7);
    all.forEach(DiscordRendererTest::assertFits);
  }

  @Test
  void aLongPostIsCutAndKeepsTheControlWithItsKey() {
    MessageCreateData post = DiscordRenderer.post(longMessage());

    assertThat(post.getEmbeds().get(post.getEmbeds().size() - 1).getDescription()).endsWith("…");
    assertThat(post.toData().toString()).contains("daily:answer:p1z");
    assertFits(post);
  }

  @Test
  void controlsAloneAreAMessageToo() {
    Message message = Message.of(new Block.Controls(List.of(button("A"))));

    assertFits(DiscordRenderer.post(message));
    assertThat(DiscordRenderer.answer(message)).hasSize(1);
  }

  @Test
  void aModalHasItsFieldsWithWhatStandsThereAtFirst() {
    Modal modal =
        new Modal(
            ActionId.of("setup", "save"),
            "Settings",
            List.of(
                new ModalField("zone", "Time zone", "UTC", true, false, 20),
                new ModalField("note", "Note", "", false, true, 9_000)));

    String json = DiscordRenderer.modal(modal).toData().toString();

    assertThat(json)
        .contains("setup:save", "Settings", "Time zone", "UTC", "\"max_length\":20")
        .contains("\"max_length\":4000");
  }
}
