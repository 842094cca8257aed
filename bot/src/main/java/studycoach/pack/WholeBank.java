package studycoach.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that need the questions of all files at once. */
final class WholeBank {
  private WholeBank() {}

  /** Reports each id that stands in an earlier place already, be that file broken or not. */
  static void reportDuplicates(List<QuestionFile> files) {
    Map<String, PlacedQuestion> first = new HashMap<>();
    for (PlacedQuestion placed : placed(files)) {
      String id = placed.question().id();
      PlacedQuestion earlier = id.isEmpty() ? null : first.putIfAbsent(id, placed);
      if (earlier != null) {
        placed.place().problem("id", "'" + id + "' is taken by " + earlier.where());
      }
    }
  }

  /**
   * Reports enemies that no file has, and questions that are their own enemies. Naming an enemy on
   * one of the two sides is enough.
   */
  static void reportUnknownEnemies(List<QuestionFile> files) {
    Set<String> known =
        placed(files).stream().map(placed -> placed.question().id()).collect(Collectors.toSet());
    for (PlacedQuestion placed : placed(files)) {
      for (String enemy : placed.question().enemies()) {
        if (!known.contains(enemy)) {
          placed.place().problem("enemies", "there is no question '" + enemy + "'");
        } else if (enemy.equals(placed.question().id())) {
          placed.place().problem("enemies", "a question can't be its own enemy");
        }
      }
    }
  }

  private static List<PlacedQuestion> placed(List<QuestionFile> files) {
    return files.stream().flatMap(file -> file.questions().stream()).toList();
  }
}
