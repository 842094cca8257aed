package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.Delivery;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.RoleRef;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakeWorkspace;

/** What people type, and what else is told of places. */
@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackListenerTest {
  private static final JsonNode NO_METADATA = JsonNodeFactory.instance.objectNode();

  private final SlackStage stage;

  SlackListenerTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
  }

  @AfterEach
  void close() {
    assertThat(stage.slack.failed()).isEmpty();
    assertThat(stage.slack.deliveries().lost()).isZero();
    stage.close();
  }

  private FakeInteraction types(String line) {
    return stage.amira.command(stage.general, "/coach", line);
  }

  @Test
  void aCommandArrivesAsItWasTypedAndIsAnsweredPrivately() {
    stage.replies(Response.PRIVATE, "Done.");

    FakeInteraction typed = types("setup exam:\"a <b> & c\" time 9:00 für 5");

    assertThat(stage.answer(typed).text()).isEqualTo("Done.");
    assertThat(stage.answer(typed).isOnlyFor(stage.amira)).isTrue();
    Incoming.Typed line = stage.last(Incoming.Typed.class);
    assertThat(line.line()).isEqualTo("setup exam:\"a <b> & c\" time 9:00 für 5");
    assertThat(line.origin().user())
        .isEqualTo(SlackDecoder.account(stage.acme.teamId(), stage.amira.id()));
    assertThat(line.origin().channel())
        .contains(new ChannelRef("slack", stage.acme.teamId(), stage.general.id()));
  }

  @Test
  void whomACommandNamesArrives() {
    String crew = stage.acme.userGroup("study-crew").id();

    types("group invite who:@ben role:@study-crew all:@here in #general");

    Incoming.Typed typed = stage.last(Incoming.Typed.class);
    String ben = "@" + stage.ben.id();
    assertThat(typed.line())
        .isEqualTo(
            "group invite who:%s role:@%s all:@here in #%s"
                .formatted(ben, crew, stage.general.id()));
    assertThat(typed.people())
        .isEqualTo(Map.of(ben, SlackDecoder.account(stage.acme.teamId(), stage.ben.id())));
    assertThat(typed.roles())
        .isEqualTo(
            Map.of(
                "@" + crew,
                new RoleRef("slack", stage.acme.teamId(), crew, "study-crew"),
                "@here",
                new RoleRef("slack", stage.acme.teamId(), "here", "here")));
  }

  @Test
  void aCommandIsAnsweredForAllIfItIsPublic() {
    stage.replies(Response.PUBLIC, "Here you are.");

    stage.answer(types("leaderboard"));

    assertThat(stage.slack.seenBy(stage.ben, stage.general)).isEqualTo("Here you are.");
  }

  @Test
  void whereOnlyOnePersonIsAnAnswerIsAMessageThatStays() {
    stage.replies(Response.PRIVATE, "5 days");

    FakeInteraction typed = stage.amira.command(stage.amira.direct(), "/coach", "streak");

    assertThat(stage.answer(typed).isEphemeral()).isFalse();
    assertThat(stage.last(Incoming.Typed.class).origin().channel()).isEmpty();
  }

  @Test
  void aLongAnswerComesInSeveralMessagesOnlyForThisPerson() {
    Message answer = Message.of("word ".repeat(4_000) + "end");
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(answer));

    types("progress");

    stage.sees(stage.amira, stage.general, "end");
    assertThat(stage.amira.sees(stage.general)).hasSizeGreaterThan(1);
    assertThat(stage.ben.sees(stage.general)).isEmpty();
  }

  @Test
  void aDirectMessageIsReadAndAnsweredThere() {
    stage.replies(Response.PRIVATE, "5 days");

    stage.amira.writes("streak <now> & here");

    stage.sees(stage.amira, stage.amira.direct(), "5 days");
    Incoming.Typed typed = stage.last(Incoming.Typed.class);
    assertThat(typed.line()).isEqualTo("streak <now> & here");
    assertThat(typed.origin().channel()).isEmpty();
    assertThat(stage.inbox.received()).hasSize(1);
  }

  @Test
  void aMentionIsAnsweredForThisPersonOnly() {
    stage.replies(Response.PRIVATE, "5 days");

    stage.ben.writes(stage.general, "streak");
    stage.amira.mentionsBot(stage.general, " streak");

    stage.sees(stage.amira, stage.general, "5 days");
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).doesNotContain("5 days");
    assertThat(stage.last(Incoming.Typed.class).line()).isEqualTo("streak");
    assertThat(stage.inbox.received()).hasSize(1);
  }

  @Test
  void aMentionInAThreadIsAnsweredThere() {
    stage.replies(Response.PRIVATE, "5 days");
    FakeMessage parent = stage.ben.writes(stage.general, "How long is it?");

    stage.amira.replies(parent, "<@" + stage.acme.botUserId() + "> streak");
    await().until(() -> stage.amira.seesBelow(parent).size() == 2);
    assertThat(stage.ben.seesBelow(parent)).hasSize(1);

    stage.replies(Response.PUBLIC, "To all");
    stage.amira.replies(parent, "<@" + stage.acme.botUserId() + "> leaderboard");
    await().until(() -> stage.ben.seesBelow(parent).size() == 3);
    assertThat(stage.ben.seesBelow(parent).get(2).text()).isEqualTo("To all");
  }

  @Test
  void whatAppsWriteIsNotRead() {
    stage.acme.app().subscribes("message.channels");
    stage.posts(SlackStage.QUESTION);
    stage.general.hearsOtherApp("<@" + stage.acme.botUserId() + "> streak", NO_METADATA);
    stage.adapter.send(stage.direct(), SlackStage.QUESTION, SlackStage.KEY);
    stage.settles();

    assertThat(stage.inbox.received()).isEmpty();
    assertThat(stage.slack.deliveries().retried()).isZero();
  }

  @Test
  void whatWasChangedOrIsNotMeantForUsIsAcknowledgedAndNotRead() {
    stage.acme.app().subscribes("message.channels", "channel_archive", "channel_left");
    Delivery sent = stage.adapter.send(stage.direct(), SlackStage.QUESTION, SlackStage.KEY);
    stage.adapter.edit(((Delivery.Posted) sent).ref(), Message.of("Closed."));
    stage.ben.writes(stage.general, "Good morning");
    stage.general.archives(stage.ben);
    stage.general.removesBot(stage.ben);
    stage.settles();

    assertThat(stage.inbox.received()).isEmpty();
    assertThat(stage.slack.deliveries().retried()).isZero();
  }

  @Test
  void ofAWorkspaceWithoutATokenNothingIsRead() {
    stage.replies(Response.PRIVATE, "5 days");
    FakeWorkspace other = stage.slack.workspace("other");

    other.person("eve").writes("streak");
    other.person("eve").command(other.channel("general"), "/coach", "streak");
    other.channel("new").withoutBot().invites(other.person("eve"));
    stage.settles();

    assertThat(stage.inbox.received()).isEmpty();
    assertThat(stage.inbox.welcomed()).isEmpty();
  }

  @Test
  void anInvitationIsToldOnceAndWithTheSameMomentWhenItIsToldAgain() {
    stage.slack.deliveries().repeats(3);
    FakeChannel secret = stage.acme.privateChannel("secret").withoutBot();

    secret.invites(stage.amira);
    stage.settles();

    ChannelRef place = new ChannelRef("slack", stage.acme.teamId(), secret.id());
    await().until(() -> !stage.inbox.welcomed().isEmpty());
    assertThat(stage.inbox.welcomed().stream().distinct())
        .singleElement()
        .satisfies(joined -> assertThat(joined.channel()).isEqualTo(place))
        .extracting(Joined::at)
        .satisfies(
            at ->
                assertThat(Duration.between(at, Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(1)));
  }
}
