package studycoach.feature.daily;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.draw.Candidate;
import studycoach.study.draw.Chance;
import studycoach.study.draw.Draw;
import studycoach.study.draw.Quota;
import studycoach.study.draw.Targets;

/** Chooses the questions of a drop, and the order in which their options are shown. */
final class Drawing {
  private final Supplier<Bank> bank;
  private final Drops drops;
  private final Attempts attempts;
  private final DailyDao dao;
  private final Chance chance;

  Drawing(Supplier<Bank> bank, Drops drops, Attempts attempts, DailyDao dao, Chance chance) {
    this.bank = bank;
    this.drops = drops;
    this.attempts = attempts;
    this.dao = dao;
    this.chance = chance;
  }

  /** Questions for a group's next drop: as many as it wants, or as many as there are. */
  List<Question> next(Group group) {
    Optional<Pack> pack = bank.get().pack(group.settings().exam());
    List<Question> drawable =
        pack.map(Pack::questions).orElse(List.of()).stream()
            .filter(question -> question.body() instanceof Body.Choices)
            .toList();
    if (pack.isEmpty() || drawable.isEmpty()) {
      return List.of();
    }
    Map<String, Double> targets =
        Targets.of(weights(pack.get(), drawable), attempts.accuracy(group.id()));
    Map<String, Instant> shown = new HashMap<>(drops.lastShown(group.id()));
    RandomGenerator random = chance.in("draw " + group.id() + " " + group.next().at());
    List<Question> drawn = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Quota quota = dao.quota(group.id());
    int wanted = Math.min(group.settings().questions(), drawable.size());
    while (drawn.size() < wanted) {
      Quota.Pick pick = quota.next(targets);
      List<Question> candidates =
          drawable.stream()
              .filter(question -> question.domain().equals(pick.domain()))
              .filter(question -> !taken.contains(question.id()))
              .filter(
                  question -> drawn.stream().noneMatch(q -> question.enemies().contains(q.id())))
              .toList();
      if (candidates.isEmpty()) {
        break;
      }
      quota = pick.quota();
      Question question = among(candidates, shown, random);
      taken.add(question.id());
      taken.addAll(question.enemies());
      drawn.add(question);
    }
    dao.save(group.id(), quota);
    return drawn;
  }

  private static Question among(
      List<Question> candidates, Map<String, Instant> shown, RandomGenerator random) {
    Candidate choice =
        Draw.pick(
            candidates.stream()
                .map(
                    question ->
                        new Candidate(question.id(), Optional.ofNullable(shown.get(question.id()))))
                .toList(),
            random);
    return candidates.stream()
        .filter(question -> question.id().equals(choice.question()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> weights(Pack pack, List<Question> drawable) {
    return pack.exam().domains().stream()
        .filter(
            domain -> drawable.stream().anyMatch(question -> question.domain().equals(domain.id())))
        .collect(Collectors.toMap(Domain::id, Domain::weight));
  }

  /**
   * A fresh order for the options of a question: for each position on the screen one of the pack.
   */
  List<Integer> shuffle(Question question, String purpose) {
    List<Integer> order =
        new ArrayList<>(
            IntStream.range(0, ((Body.Choices) question.body()).options().size()).boxed().toList());
    Collections.shuffle(order, chance.in(purpose));
    return order;
  }
}
