package studycoach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import studycoach.markup.Markup;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.testing.FakePlatform;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** Posts in threads under other posts. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ThreadPostsTest {
  private static final String NEWS = "news";
  private static final String TALK = "talk";

  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final Database database;
  private final Schedule schedule;
  private final Outbox outbox;
  private final FakePlatform chat = new FakePlatform("fake", () -> {});
  private final Destination channel = new Destination.Channel(chat.channel());
  private final List<Destination> composedFor = new ArrayList<>();

  ThreadPostsTest(TestDatabase kind) {
    database = kind.open();
    schedule = Schedule.byHand(database, clock);
    outbox = new Outbox(database.jdbi(), schedule, clock, Duration.ZERO, new SimpleMeterRegistry());
    outbox.add(new Texts(NEWS));
    outbox.add(new Texts(TALK));
    outbox.add(chat);
    schedule.start(outbox.jobs());
  }

  @AfterEach
  void close() {
    schedule.close();
    database.close();
  }

  private final class Texts implements PostSource {
    private final String kind;

    Texts(String kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public boolean isWanted(long subject, Destination to) {
      return true;
    }

    @Override
    public Message compose(long subject, Destination to, PostKey key) {
      composedFor.add(to);
      Control more = new Control.Button("More", ActionId.of("note", "more", key.value()));
      return Message.of(
          new Block.Title(Markup.of(kind + " " + subject)), new Block.Controls(List.of(more)));
    }
  }

  private void plan(long subject) {
    outbox.plan(NEWS, subject, channel);
    outbox.planUnder(NEWS, TALK, subject, channel);
    outbox.planUnder(NEWS, TALK, subject, channel);
  }

  private void post(long subject) {
    plan(subject);
    outbox.wake(NEWS, subject);
    schedule.runDue();
  }

  private void after(Duration time) {
    clock.advance(time);
    schedule.runDue();
  }

  private List<String> titles() {
    return chat.texts().stream().map(text -> text.lines().findFirst().orElse("")).toList();
  }

  @Test
  void eachStandsOnceInAThreadUnderItsOwnParent() {
    post(1);
    post(2);

    assertThat(titles()).containsExactly("news 1", "talk 1", "news 2", "talk 2");
    assertThat(chat.threads()).containsOnlyKeys("talk 1", "talk 2");
    assertThat(chat.threads().get("talk 1")).startsWith("news 1");
    assertThat(chat.threads().get("talk 2")).startsWith("news 2");
    assertThat(composedFor).containsOnly(channel);
  }

  @Test
  void itWaitsUntilItsParentStands() {
    chat.failNextBeforePosting(Duration.ZERO);
    post(1);
    assertThat(titles()).isEmpty();

    after(Duration.ofSeconds(5));

    assertThat(titles()).containsExactly("news 1", "talk 1");
  }

  @Test
  void aRefusalOfTheParentPausesBothUntilThePlaceIsReopened() {
    chat.refuseNext("the channel was deleted");
    post(1);
    assertThat(titles()).isEmpty();

    outbox.reopen(channel);
    schedule.runDue();

    assertThat(titles()).containsExactly("news 1", "talk 1");
    assertThat(chat.threads()).containsOnlyKeys("talk 1");
  }

  @Test
  void aRefusedThreadPausesNothingAndIsNotTriedAgain() {
    plan(1);
    chat.takeNext();
    chat.refuseNext("the bot may open no threads");
    outbox.wake(NEWS, 1);
    schedule.runDue();

    assertThat(outbox.pausedReason(channel)).isEmpty();
    assertThat(reasons()).containsExactly("the bot may open no threads");
    chat.refuseNext("the channel was deleted");
    post(2);
    outbox.reopen(channel);
    schedule.runDue();
    assertThat(titles()).containsExactly("news 1", "news 2", "talk 2");
    assertThat(outbox.standing(TALK, 1)).isEqualTo(Outbox.Standing.ABSENT);
  }

  private List<String> reasons() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT reason FROM post WHERE state = 'refused'")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void underAParentThatIsNotWantedItIsNotSentEither() {
    plan(1);
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE post SET state = 'refused' WHERE kind = 'news'"));
    outbox.wake(NEWS, 1);
    schedule.runDue();

    assertThat(titles()).isEmpty();
    assertThat(reasons()).contains("there is no message to open a thread under");
  }

  @Test
  void whenItsAnswerIsLostItIsFoundInTheThreadAndNotDoubled() {
    plan(1);
    chat.takeNext();
    chat.failNextAfterPosting();
    outbox.wake(NEWS, 1);
    schedule.runDue();
    assertThat(outbox.standing(TALK, 1)).isEqualTo(Outbox.Standing.IN_DOUBT);

    after(Duration.ofSeconds(5));

    assertThat(titles()).containsExactly("news 1", "talk 1");
    assertThat(outbox.standing(TALK, 1)).isEqualTo(Outbox.Standing.STANDS);
  }

  @Test
  void aRefreshEditsWhatStandsInTheThread() {
    post(1);
    outbox.refresh(TALK, 1);
    schedule.runDue();

    assertThat(chat.edits()).isEqualTo(1);
    assertThat(composedFor).containsOnly(channel);
  }
}
