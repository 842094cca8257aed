package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.FakeInbox;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PlatformException;
import studycoach.chat.UnreadableException;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;

@Timeout(60)
class DiscordAdapterTest {
  private final DiscordStage stage = new DiscordStage().started();

  @AfterEach
  void close() {
    stage.close();
  }

  private Delivery send(Destination to) {
    return stage.adapter.send(to, DiscordStage.QUESTION, DiscordStage.KEY);
  }

  /** Once the bot has heard of what has changed. */
  private void saysWhy(Destination to, String pattern) {
    await().untilAsserted(() -> assertThat(reason(send(to))).containsPattern(pattern));
  }

  private static String reason(Delivery delivery) {
    return ((Delivery.Refused) delivery).reason();
  }

  private long registrations() {
    return stage.discord.rest().seen().stream()
        .filter(seen -> seen.request().method().equals("PUT"))
        .count();
  }

  @Test
  void commandsAreRegisteredWhenTheyDifferAndNotAgain() {
    assertThat(stage.discord.commands()).hasSize(1);
    assertThat(registrations()).isEqualTo(1);

    stage.restart();
    assertThat(registrations()).isEqualTo(1);

    stage.inbox.knows(List.of(DiscordCommandsTest.SETUP));
    stage.restart();
    assertThat(registrations()).isEqualTo(2);
  }

  @Test
  void whereItMayNotPostItSaysWhy() {
    stage.general.denies(Permission.MESSAGE_SEND);
    saysWhy(stage.channel(), "permission");

    stage.amira.closesDirectMessages();
    assertThat(reason(send(stage.direct()))).contains("direct messages are closed");

    stage.general.delete();
    saysWhy(stage.channel(), "deleted");

    stage.guild.removesBot();
    Destination gone =
        new Destination.Channel(new ChannelRef("discord", stage.guild.id(), stage.general.id()));
    saysWhy(gone, "deleted|no longer|can't see");
  }

  @Test
  void aFailureOfDiscordIsInDoubtAndFoundOut() {
    stage.discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(500));
    assertThatThrownBy(() -> send(stage.channel())).isInstanceOf(ChatException.class);
    assertThat(stage.adapter.find(stage.channel(), DiscordStage.KEY)).isEmpty();

    stage.discord.faults().next(8, Kind.MESSAGE_POST, Fault.answerLost());
    assertThatThrownBy(() -> send(stage.channel())).isInstanceOf(ChatException.class);
    assertThat(stage.adapter.find(stage.channel(), DiscordStage.KEY)).isPresent();
    assertThat(stage.ben.sees(stage.general)).hasSize(1);
  }

  @Test
  void aRateLimitIsWaitedForAndNothingIsDoubled() {
    stage.discord.faults().next(1, Kind.MESSAGE_POST, Fault.rateLimited(Duration.ofMillis(50)));
    stage.discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(502));

    assertThat(send(stage.channel())).isInstanceOf(Delivery.Posted.class);
    assertThat(stage.ben.sees(stage.general)).hasSize(1);
  }

  @Test
  void aDirectMessageIsEditedAfterARestart() {
    MessageRef ref = ((Delivery.Posted) send(stage.direct())).ref();
    stage.restart();

    assertThat(stage.adapter.edit(ref, Message.of("Closed."))).isEqualTo(new Delivery.Posted(ref));
    assertThat(stage.discord.seenBy(stage.amira, stage.amira.direct())).isEqualTo("Closed.");
  }

  @Test
  void withoutTheHistoryItCannotTell() {
    stage.general.denies(Permission.MESSAGE_HISTORY);

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> stage.adapter.find(stage.channel(), DiscordStage.KEY))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("Read History"));
  }

  @Test
  void whereTheBotIsShutOutItCannotTellButADeletedChannelHoldsNothing() {
    send(stage.channel());
    stage.guild.removesBot();
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> stage.adapter.find(stage.channel(), DiscordStage.KEY))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("no longer in the server"));

    stage.guild.addsBot();
    await()
        .ignoreExceptions()
        .until(() -> stage.adapter.find(stage.channel(), DiscordStage.KEY).isPresent());

    stage.general.delete();
    await().until(() -> stage.adapter.find(stage.channel(), DiscordStage.KEY).isEmpty());
  }

  @Test
  void aWrongTokenIsToldInOneLineWithoutTheToken() {
    DiscordAdapter wrong = DiscordStage.adapter(stage.discord, "wrong.secret.token");

    assertThatThrownBy(() -> wrong.start(new FakeInbox()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("does not know this token")
        .hasMessageNotContaining("secret");
    assertThat(new DiscordConfig("secret", Optional.empty(), Optional.empty(), 1, "coach"))
        .asString()
        .doesNotContain("secret");
  }
}
