package studycoach.platform.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayList;
import java.util.List;

/** What fits into one message or view: blocks one below the other. */
final class Page {
  /** Far below what Slack takes; more at once nobody reads. */
  private static final int CHARACTERS = 9_000;

  private static final int IN_A_BLOCK = 2_900;

  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final int most;
  private int characters;

  /**
   * @param most how many blocks it takes
   */
  Page(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether a block with so many characters fits. */
  boolean add(LayoutBlock block, int length) {
    if (blocks.size() == most || characters + length > CHARACTERS) {
      return false;
    }
    blocks.add(block);
    characters += length;
    return true;
  }

  /** Adds as many of these pieces of text as fit; gives the others. */
  List<RichText.Piece> add(List<RichText.Piece> pieces) {
    int from = 0;
    while (from < pieces.size()) {
      int to = from;
      int length = 0;
      while (to < pieces.size() && fits(length, pieces.get(to).length())) {
        length += pieces.get(to++).length();
      }
      if (to == from || blocks.size() == most) {
        return pieces.subList(from, pieces.size());
      }
      add(
          RichTextBlock.builder()
              .elements(List.copyOf(blockElements(pieces.subList(from, to))))
              .build(),
          length);
      from = to;
    }
    return List.of();
  }

  private static List<BlockElement> blockElements(List<RichText.Piece> pieces) {
    return RichText.elements(pieces).stream().map(BlockElement.class::cast).toList();
  }

  private boolean fits(int before, int length) {
    return before + length <= IN_A_BLOCK && characters + before + length <= CHARACTERS;
  }

  List<LayoutBlock> blocks() {
    return List.copyOf(blocks);
  }
}
