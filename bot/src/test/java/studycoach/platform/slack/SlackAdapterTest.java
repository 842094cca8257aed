package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.KEY;
import static studycoach.platform.slack.SlackStage.QUESTION;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.UnreadableException;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.Fault;

@Timeout(60)
class SlackAdapterTest {
  private final SlackStage stage = new SlackStage().started();

  @AfterEach
  void close() {
    stage.close();
  }

  private Delivery send(Destination to) {
    return send(to, KEY);
  }

  /** Also to where something was just sent. */
  private Delivery send(Destination to, PostKey key) {
    return await()
        .until(
            () -> stage.adapter.send(to, QUESTION, key),
            delivery -> !(delivery instanceof Delivery.Later));
  }

  private static MessageRef ref(Delivery delivery) {
    return ((Delivery.Posted) delivery).ref();
  }

  private static String reason(Delivery delivery) {
    return ((Delivery.Refused) delivery).reason();
  }

  @Test
  void aPostIsFoundByItsMetadataAndByNothingElse() {
    stage.ben.writes(stage.general, "study_coach_post " + KEY.value());
    send(stage.channel(), PostKey.of(72));
    assertThat(stage.adapter.find(stage.channel(), KEY)).isEmpty();

    MessageRef ref = ref(send(stage.channel()));

    assertThat(stage.adapter.find(stage.channel(), KEY)).contains(ref);
    assertThat(stage.general.messages().get(2).metadata())
        .hasToString(
            "{'event_type':'study_coach_post','event_payload':{'key':'%s'}}"
                .formatted(KEY.value())
                .replace('\'', '"'));
  }

  @Test
  void anEditedPostIsStillFound() {
    MessageRef ref = ref(send(stage.channel()));

    stage.adapter.edit(ref, Message.of("Closed."));

    assertThat(stage.general.messages().get(0).text()).isEqualTo("Closed.");
    assertThat(stage.adapter.find(stage.channel(), KEY)).contains(ref);
  }

  @Test
  void aPostOfAnotherCopyOfTheBotIsNotTakenForOurs() {
    MessageRef ref = ref(send(stage.channel()));
    FakeChannel other = stage.acme.channel("other");
    other.hearsOtherApp("Which one?", stage.general.messages().get(0).metadata());

    assertThat(stage.adapter.find(stage.channel(other), KEY)).isEmpty();
    assertThat(stage.adapter.find(new Destination.Thread(ref, "Discuss"), KEY)).isEmpty();
  }

  @Test
  void aPostWhoseAnswerIsLostStandsOnceAndIsFound() {
    ref(send(stage.channel(stage.acme.channel("other")))); // so that the connection is a used one
    for (int round = 1; round <= 3; round++) {
      stage.slack.faults().next(1, "chat.postMessage", Fault.answerLost());
      PostKey key = PostKey.of(100 + round);
      FakeChannel channel = stage.acme.channel("round" + round);

      assertThatThrownBy(() -> stage.adapter.send(stage.channel(channel), QUESTION, key))
          .isInstanceOf(ChatException.class);

      assertThat(stage.adapter.find(stage.channel(channel), key)).isPresent();
      assertThat(channel.messages()).hasSize(1);
    }
  }

  @Test
  void aFailureOfSlackIsInDoubt() {
    stage.slack.faults().next(1, "chat.postMessage", Fault.status(503));

    assertThatThrownBy(() -> send(stage.channel()))
        .isInstanceOf(ChatException.class)
        .hasMessageContaining("503");

    assertThat(stage.adapter.find(stage.channel(), KEY)).isEmpty();
    assertThat(stage.slack.exchanges("chat.postMessage")).hasSize(1);
  }

  @Test
  void whoseDirectMessagesAreOpenedOnceIsNotAskedForAgain() {
    send(stage.direct());
    send(stage.direct(), PostKey.of(72));

    assertThat(stage.amira.direct().messages()).hasSize(2);
    assertThat(stage.slack.exchanges("conversations.open")).hasSize(1);
    assertThat(stage.adapter.find(stage.direct(), KEY)).isPresent();
  }

  @Test
  void inAnArchivedChannelNothingIsPostedButMuchIsFound() {
    MessageRef ref = ref(send(stage.channel()));
    stage.general.archives(stage.amira);

    assertThat(reason(send(stage.channel()))).contains("archived");
    assertThat(reason(stage.adapter.edit(ref, QUESTION))).contains("archived");
    assertThat(stage.adapter.find(stage.channel(), KEY)).contains(ref);

    stage.general.unarchives(stage.amira);
    assertThat(stage.adapter.edit(ref, QUESTION)).isEqualTo(new Delivery.Posted(ref));
  }

  @Test
  void whereTheBotIsNotItSaysHowToInviteIt() {
    stage.general.removesBot(stage.amira);
    FakeChannel hidden = stage.acme.privateChannel("hidden").withoutBot();

    for (FakeChannel channel : List.of(stage.general, hidden)) {
      assertThat(reason(send(stage.channel(channel)))).contains("/invite");
      assertThatThrownBy(() -> stage.adapter.find(stage.channel(channel), KEY))
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining("/invite");
    }
    hidden.invites(stage.amira);
    assertThat(send(stage.channel(hidden))).isInstanceOf(Delivery.Posted.class);
  }

  @Test
  void whatIsGoneIsRefusedWithTheReason() {
    MessageRef ref = ref(send(stage.channel()));
    stage.general.delete();

    assertThat(reason(send(stage.channel()))).contains("deleted");
    assertThat(reason(stage.adapter.edit(ref, QUESTION))).contains("deleted");
    Destination stranger =
        new Destination.Direct(SlackDecoder.account(stage.acme.teamId(), "U0GONE"));
    assertThat(reason(send(stranger))).contains("no longer exists");
    ChannelRef elsewhere = new ChannelRef("slack", "T0ELSE", "C1");
    assertThat(reason(send(new Destination.Channel(elsewhere)))).contains("no token");
  }

  @Test
  void withoutTheScopeForTheHistoryItCannotTell() {
    send(stage.channel());
    stage.acme.app().lacks("channels:history");

    assertThatThrownBy(() -> stage.adapter.find(stage.channel(), KEY))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("channels:history");
  }

  @Test
  void whatIsSentIsReadByNotificationsAndShowsNoPreviewsOfLinks() {
    send(stage.channel());

    assertThat(stage.general.messages().get(0).fallback()).isEqualTo("Which one?");
    assertThat(stage.slack.exchanges("chat.postMessage"))
        .allMatch(sent -> sent.parameters().path("unfurl_links").asText().equals("0"))
        .allMatch(sent -> sent.parameters().path("unfurl_media").asText().equals("0"));
  }
}
