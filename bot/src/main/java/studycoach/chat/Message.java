package studycoach.chat;

import java.util.List;
import java.util.stream.Stream;
import studycoach.markup.Markup;

/** What is shown, from top to bottom. */
public record Message(List<Block> blocks) {
  public Message {
    blocks = List.copyOf(blocks);
  }

  public static Message of(Block... blocks) {
    return new Message(List.of(blocks));
  }

  /** A message of one plain sentence. */
  public static Message of(String text) {
    return of(new Block.Text(Markup.of(text)));
  }

  public Message and(Block... more) {
    return new Message(Stream.concat(blocks.stream(), Stream.of(more)).toList());
  }

  /** The words of its first title; empty if it has none. */
  public String title() {
    return blocks.stream()
        .filter(Block.Title.class::isInstance)
        .map(block -> ((Block.Title) block).text().plain())
        .findFirst()
        .orElse("");
  }

  /** All pictures, from top to bottom. */
  public List<Block.Image> images() {
    return blocks.stream()
        .filter(Block.Image.class::isInstance)
        .map(Block.Image.class::cast)
        .toList();
  }

  /**
   * The same without pictures.
   *
   * @param below comes after what stands for each picture
   */
  public Message inWords(Block... below) {
    return new Message(
        blocks.stream()
            .flatMap(
                block ->
                    block instanceof Block.Image image
                        ? Stream.concat(image.instead().stream(), Stream.of(below))
                        : Stream.of(block))
            .toList());
  }

  /** All controls, from top to bottom. */
  public Stream<Control> controls() {
    return blocks.stream()
        .filter(Block.Controls.class::isInstance)
        .map(Block.Controls.class::cast)
        .flatMap(block -> block.controls().stream());
  }

  /** Whether a control's action id holds this key, by which the message can be found again. */
  public boolean carries(PostKey key) {
    return controls()
        .flatMap(control -> control.action().stream())
        .anyMatch(action -> action.keys().contains(key.value()));
  }
}
