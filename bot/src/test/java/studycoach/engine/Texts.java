package studycoach.engine;

import java.util.stream.Collectors;
import studycoach.chat.Block;
import studycoach.chat.Reply;

/** The words of a reply. */
final class Texts {
  private Texts() {}

  static String of(Reply reply) {
    return reply instanceof Reply.Say say
        ? say.message().blocks().stream().map(Texts::of).collect(Collectors.joining("\n"))
        : reply.toString();
  }

  private static String of(Block block) {
    if (block instanceof Block.Title title) {
      return title.text().plain();
    }
    if (block instanceof Block.Fields fields) {
      return fields.fields().stream()
          .map(field -> field.name() + " " + field.value().plain())
          .collect(Collectors.joining("\n"));
    }
    return block instanceof Block.Text text ? text.text().plain() : block.toString();
  }
}
