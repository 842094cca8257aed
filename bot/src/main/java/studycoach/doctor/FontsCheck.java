package studycoach.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether pictures can hold text. */
public record FontsCheck(Typeface typeface) implements Check {
  private static final String LATIN = "Streak 42 · Übung";
  private static final String HAN = "漢";

  @Override
  public String title() {
    return "fonts";
  }

  @Override
  public List<Remark> remarks() {
    if (!draws(LATIN)) {
      return List.of(
          Remark.warning(
              "Java can't draw text, so there are no pictures",
              "install a font and fontconfig, e.g. apt-get install fontconfig fonts-dejavu-core"));
    }
    List<Remark> remarks = new ArrayList<>();
    remarks.add(Remark.ok("Java can draw text"));
    if (!draws(HAN)) {
      remarks.add(
          Remark.note(
              "There is no Chinese, Japanese and Korean font: such names are boxes in pictures",
              "if you have such members: apt-get install fonts-noto-cjk"));
    }
    return remarks;
  }

  /** Without any fonts, Java fails in ways of its own. */
  private boolean draws(String text) {
    try {
      return typeface.draws(text);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }
}
