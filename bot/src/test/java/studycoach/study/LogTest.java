package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserRef;
import studycoach.pack.Difficulty;
import studycoach.pack.Question;
import studycoach.store.Database;
import studycoach.study.Answers.Outcome;
import studycoach.study.board.Tallies;
import studycoach.study.board.Worth;
import studycoach.study.draw.Accuracy;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LogTest {
  private static final ChannelRef CHANNEL = new ChannelRef("fake", "w", "general");
  private static final Answer FIRST = new Answer(List.of(0));
  private static final Answer SECOND = new Answer(List.of(1));
  private static final Worth WORTH = Worth.of(Difficulty.MEDIUM);
  private static final int AT_ONCE = 8;

  private final MutableClock clock = new MutableClock("2026-03-27T09:00:00Z");
  private final Database database;
  private final Learners learners;
  private final Members members;
  private final Groups groups;
  private final Drops drops;
  private final Attempts attempts;
  private final Answers answers;
  private final long amira;
  private final Group group;

  LogTest(TestDatabase kind) {
    database = kind.open();
    Jdbi jdbi = database.jdbi();
    learners = new Learners(jdbi, clock);
    members = new Members(jdbi);
    Tallies tallies = new Tallies(jdbi);
    groups = new Groups(jdbi, learners, tallies, clock);
    drops = new Drops(jdbi, tallies);
    attempts = new Attempts(jdbi);
    answers = new Answers(jdbi, members, tallies, clock);
    amira = learners.of(user("amira"), "Amira").id();
    group = groups.create(settings(LocalTime.of(9, 0)), CHANNEL, amira).orElseThrow();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static UserRef user(String id) {
    return new UserRef("fake", "w", id);
  }

  private static GroupSettings settings(LocalTime time) {
    Timetable daily = new Timetable(ZoneOffset.UTC, time, EnumSet.allOf(DayOfWeek.class));
    return new GroupSettings(
        "MLS-C01",
        daily,
        1,
        false,
        Optional.empty(),
        DayOfWeek.MONDAY,
        Optional.of(GroupSettings.USUAL_BOARD),
        false);
  }

  private Drop drop(LocalDate day) {
    Instant opened = clock.instant();
    Instant closes = opened.plus(Duration.ofDays(1));
    return new Drop(0, group.id(), Optional.of(day), opened, closes, false, Drop.State.OPEN);
  }

  private DropQuestion ask(LocalDate day) {
    long drop = drops.add(drop(day), ZoneOffset.UTC).orElseThrow();
    long id =
        drops.add(
            new DropQuestion(0, drop, group.id(), 1, "q", "v", "data", List.of(3, 1, 0, 2), WORTH));
    return drops.question(id).orElseThrow();
  }

  private DropQuestion ask() {
    return ask(LocalDate.parse("2026-03-27"));
  }

  @Test
  void firstClicksAtOnceMakeOneLearner() throws Exception {
    List<Long> ids = atOnce(AT_ONCE, () -> learners.of(user("ben"), "Ben").id());

    assertThat(Set.copyOf(ids)).hasSize(1);
    assertThat(count("learner")).isEqualTo(2);
  }

  private int count(String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
  }

  @Test
  void namesOfAnyCharactersAreKept() {
    for (String name : List.of("Be\0n", "half \uD83D", "😀".repeat(100), "x".repeat(5000), "")) {
      long ben = learners.of(new Origin(user("ben"), name, Optional.empty(), false)).id();

      assertThat(learners.account(ben).name()).doesNotContain("\0");
    }
  }

  @Test
  void theNewestNameCounts() {
    learners.of(new Origin(user("amira"), "Amira B.", Optional.empty(), false));

    assertThat(learners.account(amira).name()).isEqualTo("Amira B.");
  }

  @Test
  void vacationsEndWhenTheyAreEndedAndPastOnesStay() {
    learners
        .vacations()
        .add(amira, LocalDate.parse("2026-03-27"), LocalDate.parse("2026-04-03"), ZoneOffset.UTC);
    learners
        .vacations()
        .add(amira, LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-02"), ZoneOffset.UTC);

    assertThat(learners.vacations().end(amira)).isEqualTo(2);
    assertThat(learners.vacations().of(amira))
        .containsExactly(new Vacation(Instant.parse("2026-03-27T00:00:00Z"), clock.instant()));
    assertThat(learners.vacations().end(amira)).isZero();
  }

  @Test
  void aChannelGetsOneGroup() throws Exception {
    ChannelRef other = new ChannelRef("fake", "w", "other");
    List<Optional<Group>> made =
        atOnce(AT_ONCE, () -> groups.create(settings(LocalTime.NOON), other, amira));

    assertThat(made.stream().filter(Optional::isPresent)).hasSize(1);
    assertThat(count("study_group")).isEqualTo(2);
  }

  @Test
  void aGroupIsReadAsItWasWritten() {
    GroupSettings wish =
        new GroupSettings(
            "MLS-C01",
            new Timetable(
                Zones.parse("Europe/Berlin"), LocalTime.of(7, 5), Set.of(DayOfWeek.SUNDAY)),
            5,
            true,
            Optional.of(Duration.ofMinutes(5)),
            DayOfWeek.SATURDAY,
            Optional.of(new BoardTime(DayOfWeek.FRIDAY, LocalTime.of(17, 30))),
            true);

    Group changed = groups.change(group, wish);

    assertThat(changed.settings()).isEqualTo(wish);
    assertThat(groups.in(CHANNEL)).contains(changed);
    assertThat(changed.next().at()).isEqualTo(Instant.parse("2026-03-29T05:05:00Z"));
  }

  @Test
  void aDropThatIsDueIsNotLostWhenSomethingElseIsChanged() {
    clock.set(group.next().at());
    GroupSettings old = group.settings();

    Group changed =
        groups.change(
            group,
            new GroupSettings(
                old.exam(),
                old.timetable(),
                3,
                old.sealed(),
                old.revealAfter(),
                old.week(),
                old.board(),
                old.threads()));

    assertThat(changed.next()).isEqualTo(group.next());
  }

  @Test
  void aDueMomentIsLeftBehindOnce() throws Exception {
    Timetable.Slot next =
        group.settings().timetable().next(group.next().at(), Optional.of(group.next().day()));

    assertThat(atOnce(AT_ONCE, () -> groups.advance(group, next))).containsOnlyOnce(true);
    assertThat(groups.find(group.id()).lastDropDay()).contains(group.next().day());
  }

  @Test
  void aDayHasOneDropAndAnExtraOneHasNoDay() throws Exception {
    LocalDate day = LocalDate.parse("2026-03-27");

    assertThat(
            atOnce(AT_ONCE, () -> drops.add(drop(day), ZoneOffset.UTC)).stream()
                .filter(Optional::isPresent))
        .hasSize(1);
    Instant now = clock.instant();
    Drop extra =
        new Drop(0, group.id(), Optional.empty(), now, now.plusSeconds(1), false, Drop.State.OPEN);
    assertThat(drops.add(extra, ZoneOffset.UTC)).isPresent();
    assertThat(drops.add(extra, ZoneOffset.UTC)).isPresent();
  }

  @Test
  void aWindowEndsOnce() throws Exception {
    long drop = ask().drop();

    assertThat(atOnce(AT_ONCE, () -> drops.end(drop, Drop.State.CLOSED))).containsOnlyOnce(true);
  }

  @Test
  void ofAnswersAtOnceExactlyOneCounts() throws Exception {
    DropQuestion question = ask();

    List<Outcome> outcomes = atOnce(AT_ONCE, () -> answers.answer(amira, question, FIRST, true));

    assertThat(outcomes).containsOnlyOnce(Outcome.ACCEPTED);
    assertThat(outcomes).containsOnly(Outcome.ACCEPTED, Outcome.ANSWERED_BEFORE);
    assertThat(attempts.of(question.id())).hasSize(1);
    assertThat(members.of(group.id())).containsExactly(amira);
  }

  @Test
  void sealedAnswersAtOnceAreOne() throws Exception {
    DropQuestion question = ask();

    assertThat(atOnce(AT_ONCE, () -> answers.seal(amira, question, FIRST, true)))
        .containsOnly(Outcome.ACCEPTED);
    assertThat(attempts.count(question.id())).isEqualTo(1);
  }

  @Test
  void theFirstAnswerIsFinal() {
    DropQuestion question = ask();
    answers.answer(amira, question, FIRST, true);

    assertThat(answers.answer(amira, question, SECOND, false)).isEqualTo(Outcome.ANSWERED_BEFORE);
    assertThat(attempts.of(amira, question.id()).orElseThrow().answer()).isEqualTo(FIRST);
  }

  @Test
  void anAnswerAfterTheWindowIsTooLateThoughTheRevealHasNotComeYet() {
    DropQuestion question = ask();
    clock.advance(Duration.ofDays(1));

    assertThat(answers.answer(amira, question, FIRST, true)).isEqualTo(Outcome.TOO_LATE);
    assertThat(answers.seal(amira, question, FIRST, true)).isEqualTo(Outcome.TOO_LATE);
    assertThat(members.of(group.id())).isEmpty();
  }

  @Test
  void anAnswerAfterTheRevealIsTooLate() {
    DropQuestion question = ask();
    answers.seal(amira, question, FIRST, true);
    drops.end(question.drop(), Drop.State.CLOSED);

    assertThat(answers.seal(amira, question, SECOND, true)).isEqualTo(Outcome.TOO_LATE);
    assertThat(answers.answer(learners.of(user("ben"), "Ben").id(), question, FIRST, true))
        .isEqualTo(Outcome.TOO_LATE);
  }

  @Test
  void theLastSealedChoiceIsTheAttempt() {
    DropQuestion question = ask();
    answers.seal(amira, question, FIRST, true);
    answers.seal(amira, question, SECOND, false);
    assertThat(attempts.of(question.id())).isEmpty();
    assertThat(attempts.dropsAnswered(group.id(), amira)).containsExactly(question.drop());

    answers.unseal(question.drop());
    answers.unseal(question.drop());

    assertThat(attempts.of(question.id()))
        .containsExactly(new Attempt(amira, SECOND, false, clock.instant()));
    assertThat(attempts.count(question.id())).isEqualTo(1);
  }

  @Test
  void everySealedAnswerThatWasAcceptedIsInTheLogThoughTheWindowEndsAtThatMoment()
      throws Exception {
    for (int round = 0; round < 20; round++) {
      DropQuestion question = ask(LocalDate.parse("2026-04-01").plusDays(round));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<Outcome> answered = threads.submit(() -> answers.seal(amira, question, FIRST, true));
        Future<?> ended = threads.submit(() -> end(question.drop()));
        ended.get();
        boolean accepted = answered.get() == Outcome.ACCEPTED;
        assertThat(attempts.of(question.id())).hasSize(accepted ? 1 : 0);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private void end(long drop) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              drops.end(drop, Drop.State.CLOSED);
              answers.unseal(drop);
            });
  }

  @Test
  void aFinalAnswerStaysWhenTheGroupGoesUnderSeal() {
    DropQuestion question = ask();
    answers.answer(amira, question, FIRST, false);

    assertThat(answers.seal(amira, question, SECOND, true)).isEqualTo(Outcome.ANSWERED_BEFORE);
    assertThat(attempts.count(question.id())).isEqualTo(1);
  }

  @Test
  void aFinalAnswerTakesThePlaceOfASealedOneWhenTheSealIsLifted() {
    DropQuestion question = ask();
    answers.seal(amira, question, FIRST, false);

    assertThat(answers.answer(amira, question, SECOND, true)).isEqualTo(Outcome.ACCEPTED);
    assertThat(attempts.count(question.id())).isEqualTo(1);
    assertThat(attempts.of(amira, question.id()).orElseThrow().answer()).isEqualTo(SECOND);
  }

  @Test
  void accuracyCountsByDomain() {
    long ben = learners.of(user("ben"), "Ben").id();
    DropQuestion question = ask();
    answers.answer(amira, question, FIRST, true);
    answers.answer(ben, question, SECOND, false);

    assertThat(attempts.accuracy(group.id()))
        .containsOnly(java.util.Map.entry("data", new Accuracy(1, 2)));
  }

  @Test
  void whoLeavesIsNoMemberUntilTheyAnswerAgain() {
    members.join(group.id(), amira, clock.instant());

    assertThat(members.leave(group.id(), amira, clock.instant())).isTrue();
    assertThat(members.leave(group.id(), amira, clock.instant())).isFalse();
    assertThat(members.of(group.id())).isEmpty();
    members.join(group.id(), amira, clock.instant());
    assertThat(members.of(group.id())).containsExactly(amira);
  }

  @Test
  void everyWordingIsKept() {
    QuestionVersions versions = new QuestionVersions(database.jdbi());
    Question before = Questions.choice(4, Set.of(0));
    Question after = Questions.choice(4, Set.of(1));
    String old = versions.keep(before);
    versions.keep(after);
    versions.keep(after);

    DropQuestion shown =
        new DropQuestion(1, 1, group.id(), 1, before.id(), old, "data", List.of(0, 1, 2, 3), WORTH);
    assertThat(versions.shown(shown)).isEqualTo(before);
    assertThat(count("question_version")).isEqualTo(2);
  }

  @Test
  void aStreakReadsWhatBecameOfEachDropFromTheLog() {
    LocalDate day = LocalDate.parse("2026-03-27");
    learners.vacations().add(amira, day.plusDays(3), day.plusDays(3), ZoneOffset.UTC);
    for (int i = 0; i < 6; i++) {
      DropQuestion question = ask(day.plusDays(i));
      if (i == 0) {
        answers.answer(amira, question, FIRST, false);
      }
      clock.set(clock.instant().plus(Duration.ofDays(1)));
      if (i != 5) {
        drops.end(question.drop(), i == 1 ? Drop.State.FAILED : Drop.State.CLOSED);
      }
    }

    Streak streak = new Streaks(drops, attempts, learners).of(group.id(), amira);

    assertThat(streak.days().stream().map(StreakDay::verdict))
        .containsExactly(
            StreakDay.Verdict.COUNTED,
            StreakDay.Verdict.OUR_FAULT,
            StreakDay.Verdict.AWAY, // its window reaches into the vacation
            StreakDay.Verdict.AWAY,
            StreakDay.Verdict.BROKEN,
            StreakDay.Verdict.OPEN);
    assertThat(streak.current()).isZero();
    assertThat(streak.longest()).isEqualTo(1);
  }
}
