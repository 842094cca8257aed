package studycoach.feature.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Ben, a member, has practised three questions on a Tuesday and was wrong in all. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReviewsDueTest {
  private static final String DUE = "Time to review";

  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;

  ReviewsDueTest(TestDatabase kind) {
    world = new World(kind, "2026-03-24T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
  }

  @BeforeEach
  void practise() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:UTC");
    amira.runs("group post");
    ben.answers(world.wrongly(chat.lastText()));
    practises();
  }

  private void practises() {
    ben.runs("quiz count:3 domain:modeling difficulty:easy");
    while (!ben.last().contains("Practice · result")) {
      world.answers(ben, false);
      ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  private int told() {
    return chat.seenBy("ben").split(DUE, -1).length - 1;
  }

  @Test
  void whoAskedIsToldInTheEveningOnceADayAndNobodyElse() {
    ben.runs("settings reminders:review zone:America/New_York").sees("due for review");
    world.goesTo("2026-03-25T21:59:59Z");
    assertThat(told()).isZero();
    world.goesTo("2026-03-25T22:00:00Z");

    assertThat(told()).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("MLS-C01: ", " questions that you", "/coach review");
    assertThat(chat.seenBy("amira")).doesNotContain(DUE);
    world.isDownUntil("2026-03-25T23:00:00Z");
    assertThat(told()).isEqualTo(1);
    world.goesTo("2026-03-26T22:00:00Z");

    assertThat(told()).isEqualTo(2);
    ben.presses("Stop reminders").sees("settings reminders:review");
    world.goesTo("2026-03-29T22:00:00Z");
    assertThat(told()).isEqualTo(1); // the button has replaced the second
  }

  @Test
  void theButtonBeginsAReview() {
    ben.runs("settings reminders:all");
    world.goesTo("2026-03-25T18:00:00Z");

    ben.presses("Review").sees("Review · 1 of ");
  }

  @Test
  void whoHasDoneTheDaysShareIsNotTold() {
    ben.runs("plan goal date:2026-09-01 minutes:5");
    ben.runs("settings reminders:review");
    world.goesTo("2026-03-25T12:00:00Z");
    practises();
    world.goesTo("2026-03-25T18:00:00Z");

    assertThat(told()).isZero();
  }

  @Test
  void whoStudiesForAnExamInTwoGroupsIsToldOnce() {
    Optional<ChannelRef> elsewhere = Optional.of(new ChannelRef("fake", "w", "elsewhere"));
    amira.runsIn(elsewhere, "setup exam:MLS-C01 time:10:00 zone:UTC");
    world
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO member (group_id, learner_id, joined_at)"
                        + " SELECT 2, learner_id, joined_at FROM member"));
    ben.runs("settings reminders:review");
    world.goesTo("2026-03-25T18:00:00Z");

    assertThat(told()).isEqualTo(1);
  }

  @Test
  void whatAnOrganiserHoldsIsNotDue() {
    ben.runs("settings reminders:review");
    world
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO held_question (group_id, question_id, held_by, held_at)"
                        + " SELECT g.id, q.question_id, l.id, g.next_drop_at"
                        + " FROM study_group g CROSS JOIN (SELECT MIN(id) AS id FROM learner) l"
                        + " CROSS JOIN (SELECT question_id FROM practice_question"
                        + " UNION SELECT question_id FROM drop_question) q"));
    world.goesTo("2026-03-25T18:00:00Z");

    assertThat(told()).isZero();
  }

  @Test
  void nobodyIsToldWhoDidNotAsk() {
    world.goesTo("2026-04-01T18:00:00Z");

    assertThat(told()).isZero();
  }
}
