package studycoach.doctor;

import java.util.List;

/**
 * A platform that can't be looked at.
 *
 * @param wanted whether something is set for it, be it wrongly
 */
public record AbsentPlatform(String title, boolean wanted) implements Check {
  @Override
  public List<Remark> remarks() {
    return List.of(
        wanted
            ? Remark.error(
                "Not looked at, since its secrets or settings are wrong", "set them right first")
            : Remark.note(
                "No token is set, so the bot does not run here",
                "if it should, the README says how to connect it"));
  }
}
