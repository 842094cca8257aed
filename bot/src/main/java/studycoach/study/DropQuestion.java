package studycoach.study;

import java.util.List;
import studycoach.study.board.Worth;

/**
 * A question as a drop showed it.
 *
 * @param place from 1
 * @param version of the question's wording, see {@link QuestionVersions}
 * @param permutation for each position on the screen the position in the pack, from 0
 */
public record DropQuestion(
    long id,
    long drop,
    long group,
    int place,
    String question,
    String version,
    String domain,
    List<Integer> permutation,
    Worth worth) {
  public DropQuestion {
    permutation = List.copyOf(permutation);
  }
}
