package studycoach.doctor;

import java.util.ArrayList;
import java.util.List;
import studycoach.config.Secrets;

/**
 * Whether the secrets that the bot needs are there and look as they should; never what they are.
 *
 * @param names of all that there may be
 * @param wrong a line for each that can't be used
 */
public record SecretsCheck(Secrets secrets, List<String> names, List<String> wrong)
    implements Check {
  @Override
  public String title() {
    return "secrets";
  }

  @Override
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    names.stream()
        .filter(secrets::isSet)
        .filter(name -> wrong.stream().noneMatch(line -> line.startsWith(name)))
        .forEach(name -> remarks.add(Remark.ok(name + " is set")));
    wrong.forEach(line -> remarks.add(Remark.error(line, "")));
    return remarks;
  }
}
