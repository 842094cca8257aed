package studycoach.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studycoach.pack.Bank;
import studycoach.yaml.Problem;

/** Whether there are questions, and for every group. */
public record PacksCheck(Path folder, Archive archive, RunningBot bot) implements Check {
  private static final int SHOWN = 5;

  @Override
  public String title() {
    return "packs";
  }

  @Override
  public List<Remark> remarks() {
    Bank bank = Bank.load(folder);
    List<Remark> remarks = new ArrayList<>(problems(bank.problems()));
    remarks.add(
        bank.packs().isEmpty()
            ? Remark.error(
                "There is no pack in " + folder,
                "name the folder that holds one for each exam (COACH_QUESTIONS_DIR)")
            : Remark.ok(counted(bank)));
    remarks.addAll(ofGroups(bank));
    return remarks;
  }

  private static List<Remark> problems(List<Problem> problems) {
    List<Remark> remarks = new ArrayList<>();
    problems.stream()
        .limit(SHOWN)
        .forEach(problem -> remarks.add(Remark.error(problem.toString(), "")));
    if (!problems.isEmpty()) {
      remarks.add(
          Remark.error(
              "Problems in all: " + problems.size() + "; the files that they are in are left out",
              "mend them; coach questions check shows all"));
    }
    return remarks;
  }

  private static String counted(Bank bank) {
    return bank.packs().stream()
        .map(pack -> pack.exam().code() + ": " + pack.questions().size() + " questions")
        .collect(Collectors.joining(", "));
  }

  private List<Remark> ofGroups(Bank bank) {
    return bot.ask(RunningBot.EXAMS)
        .or(() -> archive.database().map(database -> new GroupNeeds(database).exams(bank)))
        .orElse(List.of());
  }
}
