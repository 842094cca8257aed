package studycoach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.testing.FakePlatform;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class OutboxTest {
  private static final String KIND = "note";

  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final Set<Long> unwanted = new HashSet<>();
  private final Database database;
  private final Schedule schedule;
  private final Outbox outbox;
  private final FakePlatform chat = new FakePlatform("fake", () -> {});
  private final Destination channel = new Destination.Channel(chat.channel());

  OutboxTest(TestDatabase kind) {
    database = kind.open();
    schedule = Schedule.byHand(database, clock);
    outbox = new Outbox(database.jdbi(), schedule, clock, Duration.ZERO, new SimpleMeterRegistry());
    outbox.add(new Notes());
    outbox.add(chat);
    schedule.start(outbox.jobs());
  }

  @AfterEach
  void close() {
    schedule.close();
    database.close();
  }

  private final class Notes implements PostSource {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public boolean isWanted(long subject, Destination to) {
      return !unwanted.contains(subject);
    }

    @Override
    public Message compose(long subject, Destination to, PostKey key) {
      Control more = new Control.Button("More", ActionId.of("note", "more", key.value()));
      return Message.of("Note " + subject).and(new Block.Controls(List.of(more)));
    }
  }

  private void post(long subject) {
    outbox.plan(KIND, subject, channel);
    outbox.wake(KIND, subject);
    schedule.runDue();
  }

  private void after(Duration time) {
    clock.advance(time);
    schedule.runDue();
  }

  private List<String> notes() {
    return chat.texts().stream().map(text -> text.lines().findFirst().orElse("")).toList();
  }

  @Test
  void plansMadeAtOnceAreOnePost() throws Exception {
    Callable<Boolean> plan =
        () -> {
          outbox.plan(KIND, 1, channel);
          return true;
        };
    assertThat(atOnce(8, plan)).doesNotContain(false);
    post(1);

    assertThat(notes()).containsExactly("Note 1");
    assertThat(outbox.standing(KIND, 1)).isEqualTo(Outbox.Standing.STANDS);
  }

  @Test
  void whenTheAnswerIsLostThePostIsFoundAndNotDoubled() {
    chat.failNextAfterPosting();
    post(1);
    assertThat(outbox.standing(KIND, 1)).isEqualTo(Outbox.Standing.IN_DOUBT);

    after(Duration.ofSeconds(5));

    assertThat(notes()).containsExactly("Note 1");
    assertThat(outbox.standing(KIND, 1)).isEqualTo(Outbox.Standing.STANDS);
  }

  @Test
  void whatDidNotGetThereIsPostedLaterAndInOrder() {
    chat.failNextBeforePosting(Duration.ZERO);
    post(1);
    post(2);
    assertThat(notes()).isEmpty();

    after(Duration.ofSeconds(5));

    assertThat(notes()).containsExactly("Note 1", "Note 2");
  }

  @Test
  void aPlatformThatAsksUsToWaitIsLeftAloneThoughMoreIsPlanned() {
    chat.failNextBeforePosting(Duration.ofMinutes(2));
    post(1);
    after(Duration.ofSeconds(119));
    post(2);
    assertThat(notes()).isEmpty();

    after(Duration.ofSeconds(1));

    assertThat(notes()).containsExactly("Note 1", "Note 2");
  }

  @Test
  void aRefusalPausesThePlaceUntilItIsReopened() {
    chat.refuseNext("the channel was deleted");
    post(1);
    post(2);
    assertThat(notes()).isEmpty();
    assertThat(outbox.pausedReason(channel)).contains("the channel was deleted");

    outbox.reopen(channel);
    schedule.runDue();

    assertThat(outbox.pausedReason(channel)).isEmpty();
    assertThat(notes()).containsExactly("Note 1", "Note 2");
  }

  @Test
  void aPlaceThatRefusesIsTriedAfterAMinuteAndThenEveryTenMinutes() {
    chat.locks("the channel was deleted");
    post(1);
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofMinutes(1)));

    after(Duration.ofSeconds(30));
    outbox.start();
    post(2);
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofSeconds(30)));

    after(Duration.ofSeconds(30));
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofMinutes(10)));

    chat.opens();
    after(Duration.ofMinutes(9));
    assertThat(notes()).isEmpty();
    after(Duration.ofMinutes(1));
    assertThat(notes()).containsExactly("Note 1", "Note 2");
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void aPlaceThatRefusesForAnHourIsTriedEveryHour() {
    chat.locks("the channel was deleted");
    post(1);
    for (int minutes : List.of(1, 10, 10, 10, 10, 10)) {
      after(Duration.ofMinutes(minutes));
      assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    after(Duration.ofMinutes(10));
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofHours(1)));
    after(Duration.ofHours(1));
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofHours(1)));

    chat.opens();
    after(Duration.ofHours(1));
    assertThat(notes()).containsExactly("Note 1");
  }

  @Test
  void aNewPostIsAReasonToTryAPausedPlaceAtOnce() {
    chat.locks("the channel was deleted");
    post(1);
    after(Duration.ofMinutes(1));
    after(Duration.ofMinutes(3));

    chat.opens();
    post(2);

    assertThat(notes()).containsExactly("Note 1", "Note 2");
  }

  @Test
  void manyNewPostsAreOneTryAMinute() {
    chat.locks("the channel was deleted");
    post(1);
    after(Duration.ofMinutes(1));
    after(Duration.ofMinutes(3));
    int before = chat.refused();
    for (int second = 0; second < 60; second++) {
      post(2 + second);
      after(Duration.ofSeconds(1));
    }
    assertThat(chat.refused() - before).isEqualTo(2);

    after(Duration.ofSeconds(1));
    post(100);
    after(Duration.ofMinutes(1));
    assertThat(chat.refused() - before).isEqualTo(3);
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void aPostInDoubtWaitsUntilItCanBeLookedFor() {
    chat.failNextAfterPosting();
    chat.hidesHistory("the bot lacks the permission");
    post(1);
    post(2);
    after(Duration.ofMinutes(5));
    assertThat(outbox.pausedReason(channel)).contains("the bot lacks the permission");
    assertThat(outbox.standing(KIND, 1)).isEqualTo(Outbox.Standing.IN_DOUBT);

    chat.showsHistory();
    after(Duration.ofMinutes(10));

    assertThat(notes()).containsExactly("Note 1", "Note 2");
    assertThat(outbox.pausedReason(channel)).isEmpty();
  }

  @Test
  void directMessagesThatAreRefusedAreTriedEveryHour() {
    chat.closesDirectMessages(chat.person("ben"));
    outbox.plan(KIND, 1, new Destination.Direct(chat.person("ben").user()));
    outbox.wake(KIND, 1);
    schedule.runDue();

    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofHours(1)));
    after(Duration.ofHours(1));
    assertThat(schedule.next()).contains(clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void whatNobodyWantsAnyMoreIsNotPostedAfterAPause() {
    chat.locks("the channel was deleted");
    post(1);
    post(2);
    unwanted.add(1L);
    chat.opens();
    after(Duration.ofMinutes(1));
    assertThat(notes()).containsExactly("Note 2");

    unwanted.clear();
    chat.locks("the channel was deleted");
    post(3);
    chat.opens();
    after(Duration.ofMinutes(1));
    assertThat(notes()).containsExactly("Note 2", "Note 3");
  }

  @Test
  void anEditThatIsRefusedInAPauseComesAfterIt() {
    post(1);
    chat.locks("the bot can't see the channel");
    post(2);
    outbox.refresh(KIND, 1);
    schedule.runDue();
    assertThat(chat.edits()).isZero();

    chat.opens();
    after(Duration.ofMinutes(1));

    assertThat(chat.edits()).isEqualTo(1);
  }

  @Test
  void aRefreshEditsWhatStandsThere() {
    post(1);
    outbox.refresh(KIND, 1);
    outbox.refresh(KIND, 1);
    schedule.runDue();

    outbox.start();
    schedule.runDue();

    assertThat(chat.edits()).isEqualTo(1);
    assertThat(notes()).containsExactly("Note 1");
  }

  @Test
  void anEditThatThePlatformCouldNotTakeComesLater() {
    post(1);
    chat.failNextEdit();
    outbox.refresh(KIND, 1);
    schedule.runDue();
    assertThat(chat.edits()).isZero();

    after(Duration.ofSeconds(10));

    assertThat(chat.edits()).isEqualTo(1);
  }
}
