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
 * The questions of a group's next drops, which are drawn ahead, so that whoever practises meanwhile
 * does not meet them before. They are those of the next 14 drops, or as many as leave half of each
 * domain's questions undrawn. So a small exam has less of a plan; only what the very next drop asks
 * is drawn whatever is left, when somebody previews it or when it comes.
 *
 * <p>Each draw is counted once, when it is made, by the targets of that moment: what can't come any
 * more is replaced by another question of its domain, or waits until its domain has one. So does
 * what was drawn for one exam while the group studies for another.
 */
final class Plan {
  /** How many drops are planned. */
  static final int DROPS = 14;

  private final Jdbi jdbi;
  private final PlanDao dao;
  private final Drawing drawing;

  Plan(Jdbi jdbi, PlanDao dao, Drawing drawing) {
    this.jdbi = jdbi;
    this.dao = dao;
    this.drawing = drawing;
  }

  /** Draws what is missing of the plan. */
  void prepare(Group group) {
    if (dao.of(group).size() < planned(group)) {
      change(group, (draft, kept, wanted) -> new Filled(List.of(), topUp(draft, kept, wanted)));
    }
  }

  /** What the next drop asks: as many as the group wants, or as many as there are. */
  List<Question> preview(Group group) {
    return change(
            group,
            (draft, kept, wanted) -> {
              Filled filled = fill(draft, kept, wanted);
              Stream<Kept> next = filled.next().stream().map(Kept::of);
              return new Filled(
                  filled.next(), Stream.concat(next, filled.later().stream()).toList());
            })
        .next();
  }

  /**
   * The same for the drop that comes now, which leaves the plan so much shorter. Part of the
   * transaction that opens it.
   */
  List<Question> take(Group group) {
    return change(group, Plan::fill).next();
  }

  /** Questions for an extra drop: others than those of the next one, which give none away. */
  List<Question> extra(Group group) {
    return change(group, Plan::extra).next();
  }

  private static int planned(Group group) {
    return DROPS * group.settings().questions();
  }

  /** What becomes of a plan. */
  @FunctionalInterface
  private interface Change {
    Filled of(Draft draft, List<Kept> kept, int wanted);
  }

  private Filled change(Group group, Change change) {
    return jdbi.inTransaction(
        handle -> {
          dao.lock(group);
          List<Kept> kept = dao.of(group);
          Draft draft = drawing.draft(group, ids(kept));
          int wanted = group.settings().questions();
          Filled filled = change.of(draft, kept, wanted);
          dao.save(group, kept, filled.later());
          drawing.save(group, draft);
          return filled;
        });
  }

  /**
   * The questions of a drop.
   *
   * @param next first what was drawn ahead, at the end what was drawn now
   * @param later what stays in the plan
   */
  record Filled(List<Question> next, List<Kept> later) {}

  static Filled fill(Draft draft, List<Kept> kept, int wanted) {
    List<Question> next = new ArrayList<>();
    List<Kept> later = new ArrayList<>();
    List<Kept> rest = kept;
    while (next.size() < wanted && !rest.isEmpty()) {
      int front = Math.min(wanted - next.size(), rest.size());
      List<Kept> others = move(rest.subList(0, front), next, draft::take);
      // After all that can come, lest one in another's place gives them away.
      later.addAll(move(others, next, draft::replace));
      rest = rest.subList(front, rest.size());
    }
    later.addAll(rest);
    next.addAll(draw(draft, wanted - next.size()));
    return new Filled(next, later);
  }

  static Filled extra(Draft draft, List<Kept> kept, int wanted) {
    List<Kept> front = kept.subList(0, Math.min(wanted, kept.size()));
    List<Kept> blocked = move(front, new ArrayList<>(), draft::take);
    List<Kept> next = front.stream().filter(known -> !blocked.contains(known)).toList();
    Stream<Kept> others = Stream.concat(blocked.stream(), kept.stream().skip(front.size()));
    Filled filled = fill(draft, others.toList(), wanted);
    return new Filled(
        filled.next(), Stream.concat(next.stream(), filled.later().stream()).toList());
  }

  /** What stays in the plan, and what is drawn behind it. */
  static List<Kept> topUp(Draft draft, List<Kept> later, int wanted) {
    List<Kept> plan = new ArrayList<>(later);
    Optional<Kept> more = Optional.empty();
    do {
      more.ifPresent(plan::add);
      more = plan.size() < DROPS * wanted ? draft.ahead(plan, wanted - 1) : Optional.empty();
    } while (more.isPresent());
    return plan;
  }

  /** Moves what it can, and gives the rest. */
  private static List<Kept> move(
      List<Kept> from, List<Question> next, Function<Kept, Optional<Question>> question) {
    List<Kept> rest = new ArrayList<>();
    for (Kept kept : from) {
      question.apply(kept).ifPresentOrElse(next::add, () -> rest.add(kept));
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
