package studycoach.pack;

import java.util.List;

/** An exam with its questions. */
public record Pack(Exam exam, List<Question> questions) {
  public Pack {
    questions = List.copyOf(questions);
  }
}
