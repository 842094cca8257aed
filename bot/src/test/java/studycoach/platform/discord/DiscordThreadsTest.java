package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;

@Timeout(60)
class DiscordThreadsTest {
  private final DiscordStage stage = new DiscordStage().started();
  private final MessageRef parent = ref(send(stage.channel()));

  @AfterEach
  void close() {
    stage.close();
  }

  private Delivery send(Destination to) {
    return stage.adapter.send(to, DiscordStage.QUESTION, DiscordStage.KEY);
  }

  private Delivery discuss(String title) {
    return send(new Destination.Thread(parent, title));
  }

  private static MessageRef ref(Delivery delivery) {
    return ((Delivery.Posted) delivery).ref();
  }

  private static String reason(Delivery delivery) {
    return ((Delivery.Refused) delivery).reason();
  }

  private FakeChannel thread() {
    return stage.general.thread(parent.id()).orElseThrow();
  }

  @Test
  void aTitleOfAnyTextFits() {
    discuss("@everyone \n" + "x".repeat(200));

    assertThat(thread().name()).startsWith("@everyone  xxx").hasSizeLessThanOrEqualTo(100);
    assertThat(thread().messages()).allSatisfy(m -> assertThat(m.pings()).isEmpty());
  }

  @Test
  void aTitleOfNothingFitsToo() {
    assertThat(discuss(" ")).isInstanceOf(Delivery.Posted.class);
  }

  @Test
  void whereItMayOpenNoThreadItSaysWhyAndLeavesNone() {
    stage.general.denies(Permission.CREATE_PUBLIC_THREADS);
    await()
        .untilAsserted(() -> assertThat(reason(discuss("Talk"))).contains("Create Public Threads"));

    stage.general.denies(Permission.MESSAGE_SEND_IN_THREADS);
    await().untilAsserted(() -> assertThat(reason(discuss("Talk"))).contains("in Threads"));
    assertThat(stage.general.thread(parent.id())).isEmpty();
  }

  @Test
  void underAMessageThatWasDeletedNoThreadIsOpened() {
    stage.general.delete();

    assertThat(reason(discuss("Talk"))).contains("deleted");
  }

  @Test
  void whenTheOpeningIsInDoubtTheThreadIsTakenThatIsThere() {
    stage.discord.faults().next(8, Kind.THREAD, Fault.answerLost());
    assertThatThrownBy(() -> discuss("Talk")).isInstanceOf(ChatException.class);
    assertThat(thread().messages()).isEmpty();

    MessageRef ref = ref(discuss("Talk"));

    assertThat(ref.channel().id()).isEqualTo(parent.id());
    assertThat(thread().messages()).hasSize(1);
  }

  @Test
  void anArchivedThreadIsFoundAfterARestartAndWokenByTheNextMessage() {
    MessageRef first = ref(discuss("Talk"));
    thread().archives();
    stage.restart();

    assertThat(stage.adapter.find(new Destination.Thread(parent, ""), DiscordStage.KEY))
        .contains(first);
    assertThat(stage.adapter.find(new Destination.Thread(parent, ""), PostKey.of(9))).isEmpty();
    stage.restart();
    assertThat(discuss("Talk")).isInstanceOf(Delivery.Posted.class);
    assertThat(thread().messages()).hasSize(2);
  }

  @Test
  void anEditInAnArchivedThreadIsRefused() {
    MessageRef ref = ref(discuss("Talk"));
    thread().archives();

    assertThat(reason(stage.adapter.edit(ref, Message.of("Closed."))))
        .containsPattern("archived|can't see"); // the latter once JDA has heard of it
    stage.restart();
    assertThat(stage.adapter.edit(ref, Message.of("Closed."))).isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void aClickInAThreadComesFromItsChannel() {
    discuss("Talk");
    FakeInteraction pressed = stage.ben.presses(thread(), "C");
    await().until(() -> pressed.callback() != 0);

    assertThat(stage.inbox.last().origin().channel()).contains(parent.channel());
  }
}
