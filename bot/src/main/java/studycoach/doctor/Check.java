package studycoach.doctor;

import java.time.Duration;
import java.util.List;

/** Looks at one thing that a bot needs. Changes nothing, and throws nothing that it foresees. */
public interface Check {

  /** What is looked at, in a word or two: the heading of what is printed. */
  String title();

  /** What was seen; at least one remark. */
  List<Remark> remarks();

  /** What is told if {@link #remarks} does not return in time. */
  default Remark tooLate(Duration limit) {
    return Remark.error(
        "No answer within " + limit.toSeconds() + " s",
        "see whether what it needs can be reached, and ask the doctor again");
  }
}
