package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.RoleRef;
import studycoach.markup.Markup;

class DiscordRendererTest {
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

    DataObject json = DiscordRenderer.announcement(message, false).toData();

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
  void anyMessageFits(@ForAll List<String> texts, @ForAll String title, @ForAll String name) {
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

    DiscordLimits.assertTaken(message);
    DiscordLimits.assertAnswer(message);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i + " ").collect(Collectors.joining());
  }

  private static String texts(MessageCreateData data) {
    return data.getEmbeds().stream()
        .map(MessageEmbed::getDescription)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private static Message longMessage() {
    return Message.of(
        new Block.Text(Markup.of(words(3_000))),
        new Block.Controls(
            IntStream.range(0, 30).<Control>mapToObj(i -> button("B" + i, i)).toList()),
        new Block.Controls(List.of(button("Key", "p1z"))));
  }

  @Test
  void aLongAnswerIsSplitAndItsControlsGoWithTheLast() {
    List<MessageCreateData> all = DiscordRenderer.answer(longMessage());

    String text = all.stream().map(DiscordRendererTest::texts).collect(Collectors.joining());
    assertThat(text.replace("\u200b", "")).isEqualTo(words(3_000));
    assertThat(all.get(0).getComponents()).isEmpty();
    assertThat(all.stream().mapToInt(data -> data.getComponents().size()).sum()).isEqualTo(7);
    DiscordLimits.assertAnswer(longMessage());
  }

  @Test
  void aLongPostIsCutAndKeepsTheControlWithItsKey() {
    MessageCreateData post = DiscordRenderer.post(longMessage());

    assertThat(texts(post)).startsWith("w0 ").endsWith("…");
    assertThat(post.toData().toString()).contains("daily:answer:p1z");
    DiscordLimits.assertTaken(longMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 2_000, 20_000})
  void ofALongQuestionTheStemIsCutAndNoOption(int words) {
    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(Markup.of(words(words)))));
    for (String letter : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      Markup option = Markup.empty().bold(letter).text("  " + (letter + "_ ").repeat(70));
      blocks.add(new Block.Text(option.text("end of " + letter)));
    }
    blocks.add(new Block.Text(Markup.of("Open until tomorrow")));
    blocks.add(new Block.Controls(List.of(button("A", 1, "p1z", 0))));
    Message question = new Message(blocks);

    String post = texts(DiscordRenderer.post(question));

    assertThat(post)
        .startsWith("w0 ")
        .contains("end of A", "end of B", "end of C", "end of D", "end of E", "end of F")
        .contains("end of G", "end of H", "Open until tomorrow");
    assertThat(post.contains("…")).isEqualTo(words > 200);
    DiscordLimits.assertTaken(question);
  }

  @Test
  void whereAllTextsAreTooLongAllBegin() {
    List<Block> blocks =
        IntStream.range(0, 10)
            .<Block>mapToObj(i -> new Block.Text(Markup.of("Text " + i + words(900))))
            .toList();

    String post = texts(DiscordRenderer.post(new Message(blocks)));

    IntStream.range(0, 10).forEach(i -> assertThat(post).contains("Text " + i));
    DiscordLimits.assertTaken(new Message(blocks));
  }
}
