package studycoach.feature.practice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.UserError;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.KeptBack;
import studycoach.study.pairs.OptionNames;
import studycoach.study.practice.Session.Wish;

/** What there is to practise: whatever is wished and not kept back for the groups' drops. */
final class Candidates {
  private final Supplier<Bank> bank;
  private final KeptBack keptBack;

  Candidates(Supplier<Bank> bank, KeptBack keptBack) {
    this.bank = bank;
    this.keptBack = keptBack;
  }

  boolean isKeptBack(String question, long group, long learner) {
    return keptBack.of(group, learner).contains(question);
  }

  /**
   * What a learner can be asked.
   *
   * @param which of what is wished for
   */
  List<Question> of(Wish wish, long group, long learner, Predicate<Question> which) {
    Set<String> kept = keptBack.of(group, learner);
    return all(wish).filter(which).filter(question -> !kept.contains(question.id())).toList();
  }

  /** What the options of an exam's questions name. */
  OptionNames names(String exam) {
    return OptionNames.of(questions(exam));
  }

  private List<Question> questions(String exam) {
    return bank.get().pack(exam).map(Pack::questions).orElse(List.of());
  }

  private Stream<Question> all(Wish wish) {
    return questions(wish.exam()).stream()
        .filter(question -> wish.domain().map(question.domain()::equals).orElse(true))
        .filter(question -> wish.difficulty().map(question.difficulty()::equals).orElse(true));
  }

  /** Why there is nothing of what is wished for. */
  UserError none(Wish wish) {
    if (wish.againOf().isPresent()) {
      return new UserError(
          "What you missed is asked in one of your group's next drops, so I keep it for that."
              + " Practise something else with: quiz");
    }
    String what =
        Stream.of(
                wish.difficulty().map(WishReader::word),
                Optional.of("questions"),
                wish.domain().map(domain -> "on " + name(wish, domain)),
                Optional.of("for " + wish.exam()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return new UserError(
        all(wish).findAny().isEmpty()
            ? "I have no " + what + "."
            : "I keep all " + what + " for your group's next drops. Try something wider.");
  }

  /** The name of a domain, or what is known of it. */
  String name(Wish wish, String domain) {
    return bank
        .get()
        .pack(wish.exam())
        .map(pack -> pack.exam().domains())
        .orElse(List.of())
        .stream()
        .filter(known -> known.id().equals(domain))
        .map(Domain::name)
        .findFirst()
        .orElse(domain);
  }
}
