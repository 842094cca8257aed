package studycoach.study.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studycoach.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.study.Answers.Outcome;
import studycoach.study.Attempt;
import studycoach.study.Attempts;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinksTest {
  private static final int ROUNDS = 12;

  private final Bench bench;
  private final Group group;
  private final long amira;
  private final long ben;
  private final long cora;

  LinksTest(TestDatabase kind) {
    bench = new Bench(kind);
    group = bench.group("general");
    amira = bench.account("fake", "amira");
    ben = bench.account("other", "ben");
    cora = bench.account("third", "cora");
  }

  @AfterEach
  void close() {
    assertThat(bench.tallies.differences()).isEmpty();
    bench.close();
  }

  private void later() {
    bench.clock.advance(Duration.ofMinutes(1));
  }

  private long answersOf(long learner) {
    return bench.number("SELECT COUNT(*) FROM attempt WHERE learner_id = ?", learner);
  }

  private long points(long learner) {
    return bench.number(
        "SELECT COALESCE(SUM(points), 0) FROM point_grant WHERE learner_id = ?", learner);
  }

  private List<Attempt> attempts(DropQuestion question) {
    return new Attempts(bench.jdbi()).of(question.id());
  }

  @Test
  void aPersonIsCountedOnceInTheRevealAndWithTheirFirstAnswer() {
    DropQuestion question = bench.asks(group, "q-1");
    bench.answers(ben, question, false);
    later();
    bench.answers(amira, question, true);

    Link link = bench.links.join(amira, ben);

    assertThat(attempts(question))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.learner()).isEqualTo(amira))
        .satisfies(attempt -> assertThat(attempt.correct()).isFalse());
    assertThat(points(amira)).isZero();
    assertThat(bench.answers(amira, question, true)).isEqualTo(Outcome.ANSWERED_BEFORE);
    assertThat(bench.answers(ben, question, true)).isEqualTo(Outcome.ANSWERED_BEFORE);

    bench.links.undo(link.id(), amira);
    assertThat(attempts(question)).extracting(Attempt::correct).containsExactly(false, true);
    assertThat(points(amira)).isEqualTo(15);
  }

  @Test
  void laterAnswersStayWithTheAccountThatGaveThem() {
    Link link = bench.links.join(amira, ben);
    DropQuestion first = bench.asks(group, "q-1");
    DropQuestion second = bench.asks(group, "q-2");
    DropQuestion sealed = bench.asks(group, "q-3");
    later();
    bench.answers(amira, first, true);
    bench.answers(ben, second, true);
    bench.seals(ben, sealed, true);
    assertThat(answersOf(amira)).isEqualTo(2);
    assertThat(points(amira)).isEqualTo(30);

    bench.links.undo(link.id(), ben);

    assertThat(answersOf(amira)).isEqualTo(1);
    assertThat(answersOf(ben)).isEqualTo(1);
    assertThat(points(ben)).isEqualTo(15);
    assertThat(bench.members.of(group.id())).containsExactlyInAnyOrder(amira, ben);
    bench.ends(sealed);
    assertThat(points(ben)).isEqualTo(30);
  }

  @Test
  void aQuestionThatComesBackPaysAgainOnlyAfterTheyArePartedAgain() {
    bench.answers(amira, bench.asks(group, "q-1"), true);
    Link link = bench.links.join(amira, ben);
    bench.answers(ben, bench.asks(group, "q-1"), true);
    assertThat(points(amira)).isEqualTo(15);

    bench.links.undo(link.id(), amira);

    assertThat(points(amira)).isEqualTo(15);
    assertThat(points(ben)).isEqualTo(15);
  }

  @Test
  void theLaterOfTwoSealedChoicesCountsAndBothComeBack() {
    DropQuestion question = bench.asks(group, "q-1");
    bench.seals(ben, question, true);
    later();
    bench.seals(amira, question, false);
    Map<String, List<String>> before = bench.dump();

    Link link = bench.links.join(amira, ben);
    assertThat(new Attempts(bench.jdbi()).count(question.id())).isEqualTo(1);
    assertThat(new Attempts(bench.jdbi()).of(amira, question.id()).orElseThrow().correct())
        .isFalse();
    bench.links.undo(link.id(), amira);

    assertThat(bench.dump()).isEqualTo(before);
  }

  @Test
  void sealedChoicesOfBothAreInTheLogIfTheWindowHasClosedMeanwhile() {
    DropQuestion question = bench.asks(group, "q-1");
    bench.seals(ben, question, true);
    later();
    bench.seals(amira, question, false);
    Link link = bench.links.join(amira, ben);
    later();
    bench.seals(ben, question, true); // changes the person's mind
    bench.ends(question);
    assertThat(points(amira)).isEqualTo(15);

    bench.links.undo(link.id(), amira);

    assertThat(attempts(question)).hasSize(2);
    assertThat(points(ben)).isEqualTo(15);
    assertThat(points(amira)).isZero();
  }

  @Test
  void aFinalAnswerCountsBeforeOneUnderSeal() {
    DropQuestion question = bench.asks(group, "q-1");
    bench.answers(ben, question, true);
    later();
    bench.seals(amira, question, false);
    Map<String, List<String>> before = bench.dump();

    Link link = bench.links.join(amira, ben);
    bench.ends(question);
    assertThat(attempts(question)).extracting(Attempt::correct).containsExactly(true);
    bench.links.undo(link.id(), amira);

    assertThat(attempts(question)).extracting(Attempt::correct).containsExactly(true, false);
    assertThat(bench.dump().get("member")).isEqualTo(before.get("member"));
  }

  @Test
  void membershipsVacationsAndOrganisersAreThoseOfBoth() {
    Group other = bench.group("other");
    bench.answers(amira, bench.asks(group, "q-1"), true);
    later();
    bench.answers(ben, bench.asks(other, "q-2"), true);
    bench.members.leave(group.id(), amira, bench.clock.instant());
    bench.groups.organisers().add(other.id(), ben);
    LocalDate day = LocalDate.parse("2025-02-01");
    bench.learners.vacations().add(amira, day, day, ZoneOffset.UTC);
    bench.learners.vacations().add(ben, day.plusDays(7), day.plusDays(7), ZoneOffset.UTC);
    Map<String, List<String>> before = bench.dump();

    Link link = bench.links.join(amira, ben);

    assertThat(bench.members.contains(other.id(), amira)).isTrue();
    assertThat(bench.members.contains(group.id(), amira)).isFalse();
    assertThat(bench.groups.organisers().of(other.id())).contains(amira).doesNotContain(ben);
    assertThat(bench.learners.vacations().of(amira)).hasSize(2);

    bench.links.undo(link.id(), amira);
    assertThat(bench.dump()).isEqualTo(before);
    assertThat(bench.groups.organisers().of(other.id())).contains(ben).doesNotContain(amira);
    assertThat(bench.learners.vacations().of(ben)).hasSize(1);
  }

  @Test
  void aRightThatWasTakenMeanwhileDoesNotComeBack() {
    bench.groups.organisers().add(group.id(), ben);
    Link link = bench.links.join(amira, ben);
    bench.groups.organisers().remove(group.id(), amira);

    bench.links.undo(link.id(), amira);

    assertThat(bench.groups.organisers().of(group.id())).doesNotContain(amira, ben);
  }

  @Test
  void whoLeavesOrComesBackMeanwhileHasDoneSo() {
    Group other = bench.group("other");
    for (long who : List.of(amira, ben)) {
      bench.answers(who, bench.asks(group, "q-1"), true);
      bench.answers(who, bench.asks(other, "q-2"), true);
      bench.members.leave(other.id(), who, bench.clock.instant());
    }
    Link link = bench.links.join(amira, ben);
    later();
    bench.answers(ben, bench.asks(other, "q-3"), true);
    bench.members.leave(group.id(), amira, bench.clock.instant());

    bench.links.undo(link.id(), amira);

    assertThat(bench.members.of(group.id())).isEmpty();
    assertThat(bench.members.of(other.id())).containsExactly(ben);
  }

  @Test
  void threeAccountsArePartedOneLinkAtATime() {
    DropQuestion question = bench.asks(group, "q-1");
    for (long who : List.of(cora, ben, amira)) {
      later();
      bench.answers(who, question, who == cora);
    }
    Map<String, List<String>> before = bench.dump();
    Link first = bench.links.join(ben, cora);
    Map<String, List<String>> between = bench.dump();
    Link second = bench.links.join(amira, ben);
    assertThat(attempts(question)).extracting(Attempt::learner).containsExactly(amira);
    assertThat(points(amira)).isEqualTo(15);
    assertThat(bench.learner(cora)).isEqualTo(amira);

    refused(() -> bench.links.undo(first.id(), cora), "not your latest link");
    bench.links.undo(second.id(), cora);
    assertThat(bench.dump()).isEqualTo(between);
    refused(() -> bench.links.undo(first.id(), amira), "No other account");
    bench.links.undo(first.id(), cora);

    assertThat(bench.dump()).isEqualTo(before);
    assertThat(points(cora)).isEqualTo(15);
  }

  private static void refused(Callable<?> work, String words) {
    assertThatThrownBy(work::call).isInstanceOf(UserError.class).hasMessageContaining(words);
  }

  @Test
  void someLinksAreRefused() {
    long twin = bench.account("fake", "twin");
    refused(() -> bench.links.join(amira, amira), "this account's own code");
    refused(() -> bench.links.join(amira, twin), "two accounts in the same place");
    bench.links.join(amira, ben);
    refused(() -> bench.links.join(ben, amira), "linked already");
    refused(() -> bench.links.join(ben, twin), "two accounts in the same place");
    refused(() -> bench.links.undoable(cora), "No other account");
  }

  @Test
  void accountsOfOnePlatformInTwoWorkspacesCanBeLinked() {
    long there = bench.learners.of(new UserRef("fake", "w2", "amira"), "amira").home();

    bench.links.join(amira, there);

    assertThat(bench.learner(there)).isEqualTo(amira);
    Destination to = new Destination.Channel(new ChannelRef("fake", "w2", "general"));
    assertThat(bench.learners.account(amira, to).user().workspace()).isEqualTo("w2");
  }

  @Test
  void aLinkCanBeUndoneForADay() {
    Link link = bench.links.join(amira, ben);
    bench.clock.advance(Duration.ofDays(1));

    refused(() -> bench.links.undo(link.id(), amira), "more than a day ago");
    assertThat(bench.learner(ben)).isEqualTo(amira);
  }

  @Test
  void settingsAreThoseOfWhoGaveTheCodeUntilTheyArePartedAgain() {
    bench.learners.setOnBoard(amira, false);
    Link link = bench.links.join(amira, ben);
    UserRef other = bench.learners.accountOf(ben).user();
    assertThat(bench.learners.known(other).orElseThrow().onBoard()).isFalse();

    bench.links.undo(link.id(), amira);

    assertThat(bench.learners.known(other).orElseThrow().onBoard()).isTrue();
  }

  @Test
  void answersGivenWhileTheyAreLinkedAndPartedBelongToWhoeverTheyAreThen() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      later();
      race(bench.account("fake", "amira" + round), bench.account("other", "ben" + round), round);
    }
  }

  private void race(long one, long other, int round) throws Exception {
    DropQuestion sealed = bench.asks(group, "s" + round);
    bench.seals(other, sealed, true);
    List<DropQuestion> questions = questions("q" + round);
    List<Callable<Object>> linking = new ArrayList<>();
    linking.add(() -> bench.links.join(one, other));
    questions.forEach(question -> linking.add(() -> bench.answers(other, question, true)));
    linking.add(() -> bench.answers(one, questions.get(0), false));
    linking.add(() -> bench.seals(one, sealed, false));
    linking.add(() -> ends(sealed));
    linking.add(() -> rebuilds());
    atOnce(linking);

    assertThat(answersOf(other)).isZero();
    assertThat(answersOf(one)).isEqualTo(questions.size() + 1L);
    assertThat(bench.tallies.differences()).isEmpty();

    List<DropQuestion> more = questions("r" + round);
    long link = bench.links.undoable(other).id();
    List<Callable<Object>> parting = new ArrayList<>();
    parting.add(() -> bench.links.undo(link, other));
    more.forEach(question -> parting.add(() -> bench.answers(other, question, true)));
    parting.add(() -> rebuilds());
    atOnce(parting);

    assertThat(more)
        .allSatisfy(
            question ->
                assertThat(attempts(question)).extracting(Attempt::learner).containsExactly(other));
    assertThat(bench.number("SELECT COUNT(*) FROM attempt WHERE given_by <> learner_id")).isZero();
    assertThat(bench.tallies.differences()).isEmpty();
  }

  private List<DropQuestion> questions(String name) {
    return IntStream.range(0, 4).mapToObj(at -> bench.asks(group, name + "-" + at)).toList();
  }

  private boolean ends(DropQuestion question) {
    bench.ends(question);
    return true;
  }

  private boolean rebuilds() {
    bench.tallies.rebuild(group.id());
    return true;
  }

  @Test
  void ofTwoThatLinkTheSameAccountsAtOnceOneDoes() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> said =
          atOnce(
              List.of(
                  () -> outcome(() -> bench.links.join(amira, ben)),
                  () -> outcome(() -> bench.links.join(ben, amira)),
                  () -> outcome(() -> bench.links.join(ben, cora))));

      assertThat(said.subList(0, 2))
          .containsExactlyInAnyOrder("", "These two accounts are linked already.");
      assertThat(said.get(2)).isEmpty();
      assertThat(List.of(bench.learner(ben), bench.learner(cora)))
          .containsOnly(bench.learner(amira));
      bench.links.undo(bench.links.undoable(ben).id(), ben);
      bench.links.undo(bench.links.undoable(ben).id(), ben);
    }
  }

  private static String outcome(Callable<?> work) throws Exception {
    try {
      work.call();
      return "";
    } catch (UserError e) {
      return e.said();
    }
  }
}
