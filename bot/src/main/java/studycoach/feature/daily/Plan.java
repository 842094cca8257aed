package studycoach.feature.daily;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Question;
import studycoach.study.Group;

/**
 * The questions of a group's next drop, which are drawn ahead once somebody asks for them. Each
 * draw is counted once, when it is made: what can't come any more is replaced by another question
 * of its domain, or waits until its domain has one. So does what was drawn for one exam while the
 * group studies for another.
 */
final class Plan {
  private final Jdbi jdbi;
  private final PlanDao dao;
  private final Drawing drawing;

  Plan(Jdbi jdbi, PlanDao dao, Drawing drawing) {
    this.jdbi = jdbi;
    this.dao = dao;
    this.drawing = drawing;
  }

  /** What the next drop asks: as many as the group wants, or as many as there are. */
  List<Question> preview(Group group) {
    return jdbi.inTransaction(
        handle -> {
          Filled filled = fill(group);
          Stream<Kept> next = filled.next().stream().map(Kept::of);
          dao.save(group, Stream.concat(next, filled.later().stream()).toList());
          return filled.next();
        });
  }

  /** The same for the drop that comes now. Part of the transaction that opens it. */
  List<Question> take(Group group) {
    return jdbi.inTransaction(
        handle -> {
          Filled filled = fill(group);
          dao.save(group, filled.later());
          return filled.next();
        });
  }

  /** Questions for an extra drop: others, which give none of those away that were drawn ahead. */
  List<Question> extra(Group group) {
    return jdbi.inTransaction(
        handle -> {
          dao.lock(group);
          List<Kept> kept = dao.of(group);
          Draft draft = drawing.draft(group, ids(kept));
          kept.forEach(draft::take);
          List<Question> drawn = draw(draft, group.settings().questions());
          drawing.save(group, draft);
          return drawn;
        });
  }

  private Filled fill(Group group) {
    dao.lock(group);
    List<Kept> kept = dao.of(group);
    Draft draft = drawing.draft(group, ids(kept));
    Filled filled = fill(draft, kept, group.settings().questions());
    drawing.save(group, draft);
    return filled;
  }

  /**
   * @param next first what was drawn ahead, at the end what was drawn now
   * @param later what stays in the plan
   */
  record Filled(List<Question> next, List<Kept> later) {}

  static Filled fill(Draft draft, List<Kept> kept, int wanted) {
    List<Question> next = new ArrayList<>();
    List<Kept> others = move(kept, next, wanted, draft::take);
    // After all that can come, lest one in another's place gives them away.
    List<Kept> later = move(others, next, wanted, draft::replace);
    next.addAll(draw(draft, wanted - next.size()));
    return new Filled(next, later);
  }

  /** Moves what it can until there are enough, and gives the rest. */
  private static List<Kept> move(
      List<Kept> from,
      List<Question> next,
      int wanted,
      Function<Kept, Optional<Question>> question) {
    List<Kept> rest = new ArrayList<>();
    for (Kept kept : from) {
      Optional<Question> found = next.size() < wanted ? question.apply(kept) : Optional.empty();
      found.ifPresentOrElse(next::add, () -> rest.add(kept));
    }
    return rest;
  }

  private static List<Question> draw(Draft draft, int wanted) {
    List<Question> drawn = new ArrayList<>();
    Optional<Question> next = wanted > 0 ? draft.next() : Optional.empty();
    while (next.isPresent()) {
      drawn.add(next.get());
      next = drawn.size() < wanted ? draft.next() : Optional.empty();
    }
    return drawn;
  }

  static Set<String> ids(List<Kept> kept) {
    return kept.stream().map(Kept::question).collect(Collectors.toSet());
  }
}
