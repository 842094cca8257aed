package studycoach.study;

import studycoach.chat.ActionId;
import studycoach.chat.Control;

/** Buttons that one feature shows and another answers. */
public final class Buttons {
  private Buttons() {}

  /**
   * Says that something about a question is wrong.
   *
   * @param dropQuestion the id of the question of a drop
   */
  public static Control.Button report(long dropQuestion) {
    return new Control.Button("Report", ActionId.of("report", "open", dropQuestion));
  }
}
