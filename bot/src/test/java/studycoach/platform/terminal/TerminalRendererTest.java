package studycoach.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.testing.Dots;

class TerminalRendererTest {
  private static final ActionId ID = ActionId.of("daily", "answer", "p1");

  private static Stream<AttributedString> rows(int width, Block... blocks) {
    return TerminalRenderer.draw(Message.of(blocks)).stream()
        .flatMap(line -> line.wrap(width).stream());
  }

  private static List<String> plain(Block... blocks) {
    return rows(80, blocks).map(AttributedString::toString).toList();
  }

  private static List<String> coloured(Block... blocks) {
    return rows(80, blocks).map(AttributedString::toAnsi).toList();
  }

  private static Control.Select select(int min, int max, String... labels) {
    List<Control.SelectOption> choices =
        Stream.of(labels).map(label -> new Control.SelectOption(label, "v" + label)).toList();
    return new Control.Select("Which?", ID, choices, min, max);
  }

  @Test
  void aTitleStandsBetweenRulesAndIsBold() {
    Block title = new Block.Title(Markup.of("Daily question"));

    assertThat(plain(title)).containsExactly("== Daily question ==");
    assertThat(coloured(title)).containsExactly("\u001b[1m== Daily question ==\u001b[0m");
  }

  @Test
  void textIsDrawnWithItsStyles() {
    Block text =
        new Block.Text(
            Markup.of("a ")
                .bold("b")
                .text(" ")
                .italic("c")
                .text(" ")
                .code("d")
                .text(" ")
                .link("e", URI.create("https://example.org/")));

    assertThat(plain(text)).containsExactly("a b c `d` e <https://example.org/>");
    assertThat(coloured(text))
        .containsExactly("a \u001b[1mb\u001b[0m \u001b[3mc\u001b[0m `d` e <https://example.org/>");
  }

  @Test
  void timesAndPeopleAreShownAsWords() {
    Markup markup =
        Markup.of("by ")
            .and(TerminalAdapter.account("x").named("Amira"))
            .text(", ")
            .time(Instant.parse("2026-03-29T00:30:00Z"), ZoneOffset.UTC);

    assertThat(plain(new Block.Text(markup))).containsExactly("by Amira, Sun 29 Mar 2026, 00:30 Z");
  }

  @Test
  void aRoleIsShownByItsName() {
    Markup markup = Markup.empty().and(TerminalAdapter.role("owls\u202e\n").span());

    assertThat(plain(new Block.Text(markup))).containsExactly("@owls\ufffd\u240a");
  }

  @Test
  void codeOfManyLinesIsABlockOfItsOwn() {
    assertThat(plain(new Block.Text(CommonMark.read("Look:\n\n```\nif x:\n  y\n```\n\nSo?"))))
        .containsExactly("Look:", "", "", "    if x:", "      y", "", "", "So?");
  }

  @Test
  void textsAreParted() {
    assertThat(plain(new Block.Text(Markup.of("Which?")), new Block.Text(Markup.of("A  this"))))
        .containsExactly("Which?", "", "A  this");
  }

  @Test
  void ofAPictureTheWordsAreShown() {
    Block bar = new Block.Progress(Markup.of("Due"), 1, 4);
    Block words = new Block.Text(Markup.of("Streak: 3 drops"));

    assertThat(plain(new Block.Image(Dots.of(0), "A bar", List.of(words, bar))))
        .containsExactlyElementsOf(plain(words, bar));
  }

  @Test
  void fieldsAreAligned() {
    Block fields =
        new Block.Fields(
            List.of(
                new Block.Field("Streak", Markup.of("3")),
                new Block.Field("学习", Markup.of("two\nlines")),
                new Block.Field("", Markup.empty())));

    assertThat(plain(fields))
        .containsExactly("Streak  3", "学习    two", "        lines", "        ");
  }

  @Test
  void progressIsABar() {
    assertThat(plain(new Block.Progress(Markup.of("Due"), 1, 4), none(), whole()))
        .containsExactly(
            "Due  [#####---------------] 1 of 4",
            "[--------------------] 0 of 0",
            "[####################] 9223372036854775807 of 9223372036854775807");
  }

  private static Block none() {
    return new Block.Progress(Markup.empty(), 0, 0);
  }

  private static Block whole() {
    return new Block.Progress(Markup.empty(), Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @Test
  void controlsAreShownAsTheyMayBeTyped() {
    Block controls =
        new Block.Controls(
            List.of(
                new Control.Button("A", ID),
                new Control.Button("B", ID),
                new Control.LinkButton("Source", URI.create("https://example.org/")),
                select(2, 2, "A", "B", "C"),
                select(1, 2, "Cloud one", "Two")));

    assertThat(plain(controls))
        .containsExactly(
            "[A] [B]",
            "Source <https://example.org/>",
            "Which?",
            "choose 2: A B C",
            "Which?",
            "choose 1 to 2: [Cloud one] [Two]");
    assertThat(coloured(controls)).startsWith("\u001b[1m[A] [B]\u001b[0m");
  }

  @Test
  void aDividerIsARule() {
    assertThat(plain(new Block.Divider())).containsExactly("--------------------");
    assertThat(coloured(new Block.Divider()))
        .containsExactly("\u001b[2m--------------------\u001b[0m");
  }

  @Test
  void longLinesBreakBetweenWordsUnderTheirLabel() {
    Block text = new Block.Text(Markup.of("A  one two three four five\nplain words that go on"));

    assertThat(rows(16, text).map(AttributedString::toString))
        .containsExactly("A  one two three", "   four five", "plain words that", "go on");
  }

  @Test
  void wideTextKeepsWithinTheWidthAndLongWordsAreCut() {
    assertThat(rows(10, new Block.Text(Markup.of("学习学习学习😀😀"))).map(AttributedString::toString))
        .containsExactly("学习学习学", "习😀😀");
    assertThat(rows(80, new Block.Text(Markup.of("x".repeat(10_000))))).hasSize(125);
  }

  @Test
  void signsOfPeopleNeverReachTheTerminal() {
    String hostile = "\u001b[2J \u009b1m \u007f \u202e \u2028 \ud800 \u0000\r\tend";
    Block[] blocks = {
      new Block.Title(Markup.of(hostile)),
      new Block.Text(Markup.of(hostile).bold(hostile).code(hostile)),
      new Block.Fields(List.of(new Block.Field(hostile + "\n", Markup.of(hostile)))),
      new Block.Progress(Markup.of(hostile + "\n"), 1, 2),
      new Block.Controls(List.of(new Control.Button(hostile + "\n", ID), select(1, 1, hostile)))
    };

    assertThat(plain(new Block.Text(Markup.of(hostile))))
        .containsExactly("␛[2J �1m ␡ � � � ␀␍ end");
    assertThat(String.join("", plain(blocks)).chars()).noneMatch(Character::isISOControl);
    assertThat(String.join("", coloured(blocks))).doesNotContain("\u001b[2J");
  }
}
