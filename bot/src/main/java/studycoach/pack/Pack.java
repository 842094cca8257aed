package studycoach.pack;

import java.util.List;
import java.util.Locale;

/** An exam with its questions. */
public record Pack(Exam exam, List<Question> questions) {
  public Pack {
    questions = List.copyOf(questions);
  }

  /** The name of its folder. */
  String folder() {
    return exam.code().toLowerCase(Locale.ROOT);
  }
}
