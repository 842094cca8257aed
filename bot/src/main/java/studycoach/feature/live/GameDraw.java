package studycoach.feature.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.KeptBack;
import studycoach.study.draw.Candidate;
import studycoach.study.draw.Chance;
import studycoach.study.draw.Draw;

/**
 * Draws a game's questions: those with options, of all that can come the longest unseen by the
 * group. Asking them shows them, so the group's drops come to others first. What is drawn ahead for
 * a drop, or open now, is neither asked nor given away.
 */
public final class GameDraw {
  private final Supplier<Bank> bank;
  private final Drops drops;
  private final KeptBack keptBack;
  private final Chance chance;

  public GameDraw(Supplier<Bank> bank, Drops drops, KeptBack keptBack, Chance chance) {
    this.bank = bank;
    this.drops = drops;
    this.keptBack = keptBack;
    this.chance = chance;
  }

  /**
   * What can be asked.
   *
   * @param domain its id; empty for all domains
   * @param asked the ids of what the game has asked
   */
  List<Question> candidates(Group group, Optional<String> domain, Set<String> asked) {
    Set<String> others = new HashSet<>(asked);
    others.addAll(keptBack.of(group.id()));
    return bank.get().pack(group.settings().exam()).map(Pack::questions).orElse(List.of()).stream()
        .filter(question -> question.body() instanceof Body.Choices)
        .filter(question -> domain.map(question.domain()::equals).orElse(true))
        .filter(question -> others.stream().noneMatch(other -> clash(question, other)))
        .toList();
  }

  private boolean clash(Question question, String other) {
    return question.id().equals(other)
        || question.enemies().contains(other)
        || bank.get()
            .question(other)
            .filter(known -> known.enemies().contains(question.id()))
            .isPresent();
  }

  /** The next question of a game; empty if none is left. */
  Optional<Question> next(Game game, Group group, Set<String> asked) {
    List<Question> candidates = candidates(group, game.domain(), asked);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Instant> shown = drops.lastShown(group.id());
    Candidate drawn =
        Draw.pick(
            candidates.stream()
                .map(q -> new Candidate(q.id(), Optional.ofNullable(shown.get(q.id()))))
                .toList(),
            chance.in("game " + game.id() + " " + game.asked()));
    return candidates.stream().filter(q -> q.id().equals(drawn.question())).findFirst();
  }

  /** A fresh order of a question's options. */
  List<Integer> order(Question question, long drop) {
    return Draw.order(question.body().size(), chance.in("drop " + drop + " 1"));
  }
}
