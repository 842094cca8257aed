package studycoach.doctor;

import java.util.ArrayList;
import java.util.List;
import studycoach.store.Database;
import studycoach.store.Inspection;
import studycoach.store.StoreException;

/**
 * Whether the database can be used.
 *
 * @param readable whether the settings tell where it is
 */
public record DatabaseCheck(Archive archive, RunningBot bot, boolean readable) implements Check {
  @Override
  public String title() {
    return "database";
  }

  @Override
  public List<Remark> remarks() {
    if (!readable) {
      return List.of(
          Remark.error(
              "Not looked at, since its settings are wrong", "set COACH_DATABASE_… right first"));
    }
    return archive.settings().database().isEmpty()
        ? bot.ask(RunningBot.DATABASE).orElseGet(this::seen)
        : seen();
  }

  private List<Remark> seen() {
    if (archive.isNew()) {
      return List.of(Remark.ok("There is none yet; the bot makes it when it first starts"));
    }
    try {
      return remarks(Inspection.of(archive.settings()));
    } catch (StoreException e) {
      return List.of(Remark.error(String.valueOf(e.getMessage()), ""));
    }
  }

  /** What a bot says of the one that it holds. */
  static List<Remark> remarks(Database database) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(Remark.ok("The running bot holds it and answers"));
    try {
      remarks.addAll(remarks(Inspection.of(database)));
    } catch (StoreException e) {
      remarks.add(Remark.error(String.valueOf(e.getMessage()), ""));
    }
    return remarks;
  }

  private static List<Remark> remarks(Inspection seen) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(Remark.ok(seen.name() + " answers; " + seen.product()));
    if (!seen.encoding().equals(Inspection.UTF8)) {
      remarks.add(
          Remark.error(
              "Its encoding is " + seen.encoding() + ", which can't hold all that people write",
              "make a new one: createdb --encoding UTF8 --template template0 …, and copy all into"
                  + " it with coach database copy"));
    }
    if (!seen.changeable()) {
      remarks.add(
          Remark.error("Its user may not make tables", "make the user the owner of the database"));
    }
    remarks.add(schema(seen));
    return remarks;
  }

  private static Remark schema(Inspection seen) {
    if (seen.isEmpty()) {
      return Remark.ok("It has no tables yet; the bot makes them when it first starts");
    }
    return seen.isCurrent()
        ? Remark.ok("Its tables are those of this release")
        : Remark.note(
            "Its tables are those of an older release, " + seen.lacking() + " changes behind",
            "make a backup; the bot changes them when it next starts");
  }
}
