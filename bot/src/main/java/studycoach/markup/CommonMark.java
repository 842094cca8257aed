package studycoach.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads the CommonMark of question packs. Paragraphs are parted by an empty line, list items become
 * lines of their own; HTML is shown as typed. Emphasis within emphasis counts as the outer one.
 */
public final class CommonMark {
  private static final Parser PARSER = Parser.builder().build();

  private CommonMark() {}

  public static Markup read(String source) {
    Reader reader = new Reader();
    PARSER.parse(source).accept(reader);
    return reader.markup;
  }

  private static String wordsOf(Node node) {
    Reader reader = new Reader();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      child.accept(reader);
    }
    return reader.markup.plain();
  }

  private static final class Reader extends AbstractVisitor {
    private Markup markup = Markup.empty();

    private void startBlock(Node block) {
      if (markup.spans().isEmpty()) {
        return;
      }
      boolean inItem = block.getParent() instanceof ListItem && block.getPrevious() == null;
      if (!inItem) {
        markup = markup.text(block instanceof ListItem ? "\n" : "\n\n");
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      startBlock(paragraph);
      visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      startBlock(heading);
      markup = markup.bold(wordsOf(heading));
    }

    @Override
    public void visit(BulletList list) {
      items(list, item -> "• ");
    }

    @Override
    public void visit(OrderedList list) {
      Integer first = list.getMarkerStartNumber();
      int[] number = {first == null ? 1 : first};
      items(list, item -> number[0]++ + ". ");
    }

    private void items(Node list, Function<Node, String> marker) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        startBlock(item);
        markup = markup.text(marker.apply(item));
        visitChildren(item);
      }
    }

    @Override
    public void visit(Text text) {
      markup = markup.text(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      markup = markup.text(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      markup = markup.text("\n");
    }

    @Override
    public void visit(StrongEmphasis strong) {
      markup = markup.bold(wordsOf(strong));
    }

    @Override
    public void visit(Emphasis emphasis) {
      markup = markup.italic(wordsOf(emphasis));
    }

    @Override
    public void visit(Code code) {
      markup = markup.code(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
      startBlock(block);
      markup = markup.code(block.getLiteral().stripTrailing());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      startBlock(block);
      markup = markup.code(block.getLiteral().stripTrailing());
    }

    @Override
    public void visit(HtmlInline html) {
      markup = markup.text(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      startBlock(html);
      markup = markup.text(html.getLiteral());
    }

    @Override
    public void visit(Link link) {
      link(wordsOf(link), link.getDestination());
    }

    @Override
    public void visit(Image image) {
      link(wordsOf(image), image.getDestination());
    }

    private void link(String words, String destination) {
      try {
        URI to = new URI(destination);
        boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
        markup = web ? markup.link(words, to) : markup.text(words);
      } catch (URISyntaxException e) {
        markup = markup.text(words);
      }
    }
  }
}
