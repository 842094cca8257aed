package studycoach.pack;

import java.util.List;
import studycoach.yaml.YamlMap;

/**
 * A pack and where its parts stand.
 *
 * @param exam of {@link #place}
 * @param place the top of its {@code exam.yaml}
 * @param questions of the files that have no problem, in the pack's order
 * @param complete whether no file was left out
 */
public record PlacedPack(
    Exam exam, YamlMap place, List<PlacedQuestion> questions, boolean complete) {
  public PlacedPack {
    questions = List.copyOf(questions);
  }

  /** The pack as it is served. */
  public Pack pack() {
    return new Pack(exam, questions.stream().map(PlacedQuestion::question).toList());
  }
}
