package studycoach.study.practice;

import java.util.List;
import java.util.Optional;
import studycoach.recall.Confidence;

/**
 * A question as a session showed it.
 *
 * @param place from 1
 * @param version of the question's wording, see {@link studycoach.study.QuestionVersions}
 * @param permutation for each position on the screen the position in the pack, from 0
 * @param confidence as told before the answer
 * @param picks the pieces put into places so far, in positions of the pack
 */
public record Asked(
    long id,
    long session,
    int place,
    String question,
    String version,
    String domain,
    List<Integer> permutation,
    Optional<Confidence> confidence,
    List<Integer> picks) {
  public Asked {
    permutation = List.copyOf(permutation);
    picks = List.copyOf(picks);
  }
}
