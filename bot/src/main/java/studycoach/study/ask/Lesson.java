package studycoach.study.ask;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Question;

/** What there is to read of a question before it is answered, and after. */
public final class Lesson {
  private Lesson() {}

  /** The stem, and what stands below it to answer it by. */
  public static List<Block> asking(Question question, List<Markup> lines) {
    return Stream.concat(Stream.of(CommonMark.read(question.stem())), lines.stream())
        .<Block>map(Block.Text::new)
        .toList();
  }

  /** The idea to take away and the sources, for those who have answered. */
  public static List<Block> of(Question question) {
    Markup sources = Markup.of("Source: ");
    for (int i = 0; i < question.sources().size(); i++) {
      URI source = question.sources().get(i);
      sources = (i == 0 ? sources : sources.text(" · ")).link(source.toString(), source);
    }
    return List.of(
        new Block.Text(CommonMark.read(question.explanation())), new Block.Text(sources));
  }
}
