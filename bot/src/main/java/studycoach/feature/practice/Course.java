package studycoach.feature.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studycoach.pack.Question;
import studycoach.study.Attempt;
import studycoach.study.draw.Accuracy;
import studycoach.study.practice.Asked;
import studycoach.study.practice.Session;

/**
 * How a session has gone so far.
 *
 * @param asked in the order in which it was asked
 * @param answers by the ids of these
 */
record Course(Session session, List<Asked> asked, Map<Long, Attempt> answers) {
  Course {
    asked = List.copyOf(asked);
    answers = Map.copyOf(answers);
  }

  Optional<Asked> latest() {
    return asked.isEmpty() ? Optional.empty() : Optional.of(asked.get(asked.size() - 1));
  }

  /** The one that waits for its answer. */
  Optional<Asked> open() {
    return latest().filter(one -> answer(one).isEmpty());
  }

  Optional<Attempt> answer(Asked one) {
    return Optional.ofNullable(answers.get(one.id()));
  }

  boolean hasNotAsked(Question question) {
    return asked.stream().noneMatch(one -> one.question().equals(question.id()));
  }

  /** The place of the question after those that were asked, from 1. */
  int nextPlace() {
    return asked.size() + 1;
  }

  /** How many questions are still to be asked. */
  int questionsLeft() {
    return session.wish().questions() - asked.size();
  }

  Accuracy accuracy() {
    return byDomain().values().stream().reduce(new Accuracy(0, 0), Accuracy::plus);
  }

  /** By the domain's id, the one asked first first. */
  Map<String, Accuracy> byDomain() {
    Map<String, Accuracy> domains = new LinkedHashMap<>();
    for (Asked one : asked) {
      answer(one)
          .map(answer -> new Accuracy(answer.correct() ? 1 : 0, 1))
          .ifPresent(accuracy -> domains.merge(one.domain(), accuracy, Accuracy::plus));
    }
    return domains;
  }

  /** The ids of the questions that were answered wrong. */
  Set<String> missed() {
    return asked.stream()
        .filter(one -> answer(one).filter(answer -> !answer.correct()).isPresent())
        .map(Asked::question)
        .collect(Collectors.toSet());
  }
}
