package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.QUESTION;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.Fault;

/** How people are called, and what they may do. */
@Timeout(60)
class SlackPeopleTest {
  private final SlackStage stage = new SlackStage().started();

  @AfterEach
  void close() {
    stage.close();
  }

  private Origin origin(FakePerson person, FakeChannel channel) {
    int before = stage.inbox.received().size();
    person.command(channel, "/coach", "setup");
    await().until(() -> stage.inbox.received().size() > before);
    return stage.last(Incoming.Typed.class).origin();
  }

  private Origin origin(FakePerson person) {
    return origin(person, stage.general);
  }

  private int asked(String method) {
    return stage.slack.exchanges(method).size();
  }

  @Test
  void peopleAreCalledAsOthersSeeThem() {
    assertThat(origin(stage.acme.person("cem").named("Cem Ö.", "Cem Öz")).name())
        .isEqualTo("Cem Ö.");
    assertThat(origin(stage.acme.person("dan").named("", "Dan Doe")).name()).isEqualTo("Dan Doe");
    assertThat(origin(stage.acme.person("eve").named(" ", "")).name()).isEqualTo("eve");
  }

  @Test
  void whileSlackAsksForAPauseTheNameThatCameAlongIsTaken() {
    stage.slack.faults().next(1, "users.info", Fault.rateLimited(Duration.ofSeconds(30)));

    assertThat(origin(stage.amira.named("Amira!", "Amira")).name()).isEqualTo("amira");
    assertThat(origin(stage.ben.named("Ben!", "Ben")).name()).isEqualTo("ben");
    assertThat(asked("users.info")).isEqualTo(1);
  }

  @Test
  void whereNoNameComesAlongTheAccountIsTaken() {
    stage.slack.faults().next(1, "users.info", Fault.status(503));

    stage.amira.writes("streak");

    assertThat(stage.last(Incoming.Typed.class).origin().name()).isEqualTo(stage.amira.id());
  }

  @Test
  void aNameIsAskedForOnceAndARankOnlyWhereItMatters() {
    stage.replies(Response.PRIVATE, "Right!");
    stage.posts(QUESTION);

    for (int i = 0; i < 5; i++) {
      stage.answer(stage.amira.presses(stage.general, "C"));
    }

    assertThat(asked("users.info")).isEqualTo(1);
    assertThat(asked("conversations.info")).isZero();
  }

  @Test
  void adminsAndOwnersManageEveryChannelAndItsCreatorOne() {
    FakeChannel other = stage.acme.channel("other").createdBy(stage.ben);

    assertThat(origin(stage.acme.person("ada").admin()).manager()).isTrue();
    assertThat(origin(stage.acme.person("otto").owner()).manager()).isTrue();
    assertThat(origin(stage.amira).manager()).isFalse();
    assertThat(origin(stage.ben).manager()).isFalse();
    assertThat(origin(stage.ben, other).manager()).isTrue();
    assertThat(origin(stage.amira, other).manager()).isFalse();
    assertThat(asked("conversations.info")).isEqualTo(2);
  }

  @Test
  void inADirectMessageNobodyManagesAnything() {
    assertThat(origin(stage.acme.person("ada").admin(), stage.acme.person("ada").direct()))
        .satisfies(origin -> assertThat(origin.channel()).isEmpty())
        .satisfies(origin -> assertThat(origin.manager()).isFalse());
  }

  @Test
  void ifSlackCannotTellNowNothingIsAllowedAndThatIsSaid() {
    Origin origin = origin(stage.amira);
    stage.slack.faults().next(1, "conversations.info", Fault.status(503));

    assertThatThrownBy(origin::manager)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("try again");
    assertThat(origin.manager()).isFalse();

    stage.acme.app().lacks("channels:read");
    assertThatThrownBy(origin(stage.ben, stage.acme.channel("other"))::manager)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("channels:read");
  }
}
