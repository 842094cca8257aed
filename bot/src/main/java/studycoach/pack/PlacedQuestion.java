package studycoach.pack;

import studycoach.yaml.YamlMap;

/**
 * A question and where it stands, for those who have something to say about its file.
 *
 * @param place the entry as it was read; {@link YamlMap#finding} names lines in it
 */
public record PlacedQuestion(Question question, YamlMap place) {

  /** File and line, e.g. {@code mls-c01/modeling.yaml:12}. */
  public String where() {
    return place.file() + ":" + place.line();
  }
}
