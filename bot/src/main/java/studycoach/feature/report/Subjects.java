package studycoach.feature.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;
import studycoach.pack.Bank;
import studycoach.pack.Question;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.QuestionVersions;

/** Finds the question that somebody means. */
final class Subjects {
  private final AskedDao asked;
  private final Drops drops;
  private final QuestionVersions versions;
  private final Supplier<Bank> bank;

  Subjects(AskedDao asked, Drops drops, QuestionVersions versions, Supplier<Bank> bank) {
    this.asked = asked;
    this.drops = drops;
    this.versions = versions;
    this.bank = bank;
  }

  /** A question in one of its wordings. */
  record Subject(String question, String version) {
    static Subject of(DropQuestion question) {
      return new Subject(question.question(), question.version());
    }
  }

  /**
   * The question that a learner answered last, else the one that the group was asked last.
   *
   * @throws UserError if there was none
   */
  Subject latest(Group group, long learner) {
    return asked
        .lastAnswered(group.id(), learner)
        .or(() -> asked.last(group.id()))
        .flatMap(drops::question)
        .map(Subject::of)
        .orElseThrow(
            () ->
                new UserError(
                    "There was no question yet. To report one that is to come, give its id."));
  }

  /**
   * The question of an id, in the wording that the group saw last, else in that of its pack.
   *
   * @throws UserError if neither the group nor a pack knows it
   */
  Subject named(Group group, String typed) {
    String id = typed.toLowerCase(Locale.ROOT);
    Optional<Question> inBank = bank.get().question(id);
    return asked
        .version(group.id(), id)
        .or(() -> inBank.map(versions::keep))
        .map(version -> new Subject(id, version))
        .orElseThrow(() -> unknown(group, typed));
  }

  private UserError unknown(Group group, String typed) {
    Stream<String> known =
        bank.get().packs().stream().flatMap(pack -> pack.questions().stream()).map(Question::id);
    Stream<String> seen = asked.questions(group.id()).stream();
    return new UserError(
        "There is no question "
            + typed
            + "."
            + Nearest.of(typed, Stream.concat(known, seen).toList())
                .map(id -> " Did you mean " + id + "?")
                .orElse("")
            + " Nothing was reported.");
  }
}
