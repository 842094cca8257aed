package studycoach.feature.setup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.chat.Arguments;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;
import studycoach.pack.Bank;
import studycoach.pack.Exam;
import studycoach.pack.Pack;
import studycoach.study.BoardTime;
import studycoach.study.GroupSettings;
import studycoach.study.Timetable;
import studycoach.study.Zones;

/** Turns what organisers give into settings. */
final class SettingsReader {
  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);

  private final Supplier<Bank> bank;

  SettingsReader(Supplier<Bank> bank) {
    this.bank = bank;
  }

  /** The exams that can be studied for. */
  List<Exam> exams() {
    return bank.get().packs().stream().map(Pack::exam).toList();
  }

  List<String> codes() {
    return exams().stream().map(Exam::code).toList();
  }

  /**
   * The settings of a new group.
   *
   * @param zone for where none is given
   * @throws UserError if something can't be read, or no exam is given
   */
  GroupSettings fresh(Arguments given, ZoneId zone) {
    if (given.text("exam").isEmpty()) {
      throw new UserError(
          "Which exam? E.g. setup exam:"
              + codes().stream().findFirst().orElse("MLS-C01")
              + " time:09:00 zone:Europe/Berlin."
              + all());
    }
    Timetable daily = new Timetable(zone, USUAL_TIME, EnumSet.allOf(DayOfWeek.class));
    return changed(
        given,
        new GroupSettings(
            "",
            daily,
            1,
            false,
            Optional.empty(),
            DayOfWeek.MONDAY,
            Optional.of(GroupSettings.USUAL_BOARD),
            false));
  }

  /**
   * Other settings where something else is given.
   *
   * @throws UserError if something can't be read
   */
  GroupSettings changed(Arguments given, GroupSettings now) {
    // First, since an hour that was left outside the quotes would be read as an exam.
    Optional<BoardTime> board = given.text("board").map(Wishes::board).orElse(now.board());
    Timetable old = now.timetable();
    Timetable timetable =
        new Timetable(
            given.text("zone").map(Zones::parse).orElse(old.zone()),
            given.text("time").map(Wishes::time).orElse(old.time()),
            given.text("days").map(Weekdays::readAll).orElse(old.days()));
    return new GroupSettings(
        given.text("exam").map(this::exam).orElse(now.exam()),
        timetable,
        given.number("questions").orElse(now.questions()),
        given.text("feedback").map("sealed"::equals).orElse(now.sealed()),
        given.text("reveal").map(Wishes::reveal).orElse(now.revealAfter()),
        given.text("week").map(Wishes::week).orElse(now.week()),
        board,
        given.flag("thread").orElse(now.threads()));
  }

  private String exam(String typed) {
    return bank.get()
        .pack(typed.strip())
        .map(Pack::exam)
        .map(Exam::code)
        .orElseThrow(
            () ->
                new UserError(
                    "I have no questions for that exam."
                        + Nearest.of(typed, codes()).map(e -> " Did you mean " + e + "?").orElse("")
                        + all()
                        + " Nothing was changed."));
  }

  private String all() {
    return (codes().size() == 1 ? " There is " : " There are ") + String.join(", ", codes()) + ".";
  }
}
