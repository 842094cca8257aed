package studycoach.feature.daily;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Hold;
import studycoach.study.Holds;
import studycoach.study.draw.Chance;
import studycoach.study.draw.Draw;

/** What can be drawn for a group, and the order in which it is shown. */
public final class Drawing {
  private final Supplier<Bank> bank;
  private final Drops drops;
  private final Attempts attempts;
  private final Holds holds;
  private final DailyDao dao;
  private final Chance chance;

  public Drawing(
      Jdbi jdbi, Supplier<Bank> bank, Drops drops, Attempts attempts, Holds holds, Chance chance) {
    this.bank = bank;
    this.drops = drops;
    this.attempts = attempts;
    this.holds = holds;
    this.dao = new DailyDao(jdbi);
    this.chance = chance;
  }

  /**
   * Begins to draw for a group.
   *
   * @param reserved ids of questions that are not drawn
   */
  Draft draft(Group group, Set<String> reserved) {
    return new Draft(
        pool(group),
        reserved,
        dao.quota(group.id()),
        chance.in("draw " + group.id() + " " + group.next().at()));
  }

  /** Counts what was drawn. */
  void save(Group group, Draft draft) {
    draft.moved().ifPresent(quota -> dao.save(group.id(), quota));
  }

  private Draft.Pool pool(Group group) {
    Optional<Pack> pack = bank.get().pack(group.settings().exam());
    Set<String> held =
        holds.of(group.id()).stream().map(Hold::question).collect(Collectors.toSet());
    List<Question> questions =
        pack.map(Pack::questions).orElse(List.of()).stream()
            .filter(question -> !held.contains(question.id()))
            .toList();
    Map<String, Integer> weights =
        pack.map(known -> known.exam().domains()).orElse(List.of()).stream()
            .collect(Collectors.toMap(Domain::id, Domain::weight));
    return new Draft.Pool(
        questions, weights, attempts.accuracy(group.id()), drops.lastShown(group.id()));
  }

  /** The order of an account's private copy of a question of a drop: always the same. */
  List<Integer> copy(long home, long asked, Question question) {
    return dao.copy(home, asked, shuffle(question, "copy " + asked + " of learner " + home));
  }

  /**
   * A fresh order for the options, steps or matches of a question: for each position on the screen
   * one of the pack.
   */
  List<Integer> shuffle(Question question, String purpose) {
    return Draw.order(question.body().size(), chance.in(purpose));
  }
}
