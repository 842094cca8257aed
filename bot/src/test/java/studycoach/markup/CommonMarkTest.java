package studycoach.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CommonMarkTest {

  @Test
  void partsParagraphsByAnEmptyLine() {
    assertThat(plain("One\nline.\n\n\n\nTwo.")).isEqualTo("One line.\n\nTwo.");
    assertThat(plain("One  \nbroken.")).isEqualTo("One\nbroken.");
  }

  @Test
  void givesListItemsLinesOfTheirOwn() {
    assertThat(plain("Choose:\n\n- red\n- blue")).isEqualTo("Choose:\n• red\n• blue");
    assertThat(plain("3. red\n4. blue")).isEqualTo("3. red\n4. blue");
    assertThat(plain("- red\n\nAfter.")).isEqualTo("• red\n\nAfter.");
  }

  @Test
  void keepsCode() {
    assertThat(CommonMark.read("Run `ls -l` now."))
        .isEqualTo(Markup.of("Run ").code("ls -l").text(" now."));
    assertThat(CommonMark.read("```java\na\n  b\n```")).isEqualTo(Markup.empty().code("a\n  b"));
  }

  @Test
  void readsEmphasis() {
    assertThat(CommonMark.read("a **b *c* d** *e*"))
        .isEqualTo(Markup.of("a ").bold("b c d").text(" ").italic("e"));
    assertThat(CommonMark.read("# Title")).isEqualTo(Markup.empty().bold("Title"));
  }

  @Test
  void linksOnlyToTheWeb() {
    assertThat(CommonMark.read("[docs](https://example.org/a)"))
        .isEqualTo(Markup.empty().link("docs", URI.create("https://example.org/a")));
    assertThat(CommonMark.read("[run](javascript:alert)")).isEqualTo(Markup.of("run"));
    assertThat(CommonMark.read("![a cat](https://example.org/cat.png)"))
        .isEqualTo(Markup.empty().link("a cat", URI.create("https://example.org/cat.png")));
  }

  @Test
  void showsHtmlAsTyped() {
    assertThat(CommonMark.read("a <b>c</b>").spans()).allMatch(Span.Plain.class::isInstance);
    assertThat(plain("a <b>c</b>")).isEqualTo("a <b>c</b>");
    assertThat(plain("<div>\nx\n</div>\n\nAfter.")).isEqualTo("<div>\nx\n</div>\n\nAfter.");
  }

  @Property(tries = 300)
  void readsAnything(@ForAll String source) {
    assertThat(CommonMark.read(source)).isNotNull();
  }

  private static String plain(String source) {
    return CommonMark.read(source).plain();
  }
}
