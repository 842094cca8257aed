package studycoach.doctor;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import studycoach.pack.Bank;
import studycoach.store.Database;

/** What the groups of a database need of the packs and of Java. */
record GroupNeeds(Database database) {

  /** A remark for each exam that groups learn for and no pack is of. */
  List<Remark> exams(Bank bank) {
    List<String> exams = names("exam");
    List<Remark> remarks = new ArrayList<>();
    exams.stream()
        .filter(exam -> bank.pack(exam).isEmpty())
        .forEach(
            exam ->
                remarks.add(
                    Remark.error(
                        "A group learns for " + exam + ", of which there is no pack",
                        "put the pack's folder back, or have the group set another exam:"
                            + " /coach setup exam:…")));
    if (remarks.isEmpty() && !exams.isEmpty()) {
      remarks.add(Remark.ok("Every group has its pack: " + String.join(", ", exams)));
    }
    return remarks;
  }

  /** A remark for each zone that groups live in and Java does not know. */
  List<Remark> zones() {
    List<Remark> remarks = new ArrayList<>();
    names("zone").stream()
        .filter(zone -> !isKnown(zone))
        .forEach(
            zone ->
                remarks.add(
                    Remark.error(
                        "A group lives in the zone " + zone + ", which this Java does not know",
                        "update Java, or have the group set another zone: /coach setup"
                            + " zone:Europe/Berlin")));
    return remarks;
  }

  static boolean isKnown(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private List<String> names(String column) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT DISTINCT " + column + " FROM study_group ORDER BY 1")
                    .mapTo(String.class)
                    .list());
  }
}
