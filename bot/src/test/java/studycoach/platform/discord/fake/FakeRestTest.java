package studycoach.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.testing.Dots;

@Timeout(30)
class FakeRestTest extends WithBot {
  @Test
  void filesThatDiscordOrAReaderCouldNotTakeAreRefused() throws Exception {
    JDA jda = ready();
    byte[] dot = Dots.of(1).bytes();
    for (FileUpload file :
        List.of(
            FileUpload.fromData(new byte[] {1, 2, -3}, "chart.png").setDescription("no picture"),
            FileUpload.fromData(dot, "a name.png").setDescription("renamed"),
            FileUpload.fromData(new byte[0], "chart.txt").setDescription("empty"),
            FileUpload.fromData(dot, "chart.png"))) {
      assertThatThrownBy(() -> channel(jda).sendMessage("one").addFiles(file).complete())
          .isInstanceOf(ErrorResponseException.class);
    }
    assertThat(discord.takeViolations()).hasSize(4);
  }

  @Test
  void messagesAreFoundInTheHistoryEditedAndDeleted() throws Exception {
    JDA jda = ready();
    var first = channel(jda).sendMessage("one").complete();
    var file = FileUpload.fromData(Dots.of(1).bytes(), "chart.png").setDescription("a dot");
    var second = channel(jda).sendMessage("zwei ü").addFiles(file).complete();
    assertThat(second.getAttachments()).extracting("fileName").containsExactly("chart.png");
    assertThat(channel(jda).getHistory().retrievePast(10).complete())
        .extracting(Message::getContentRaw)
        .containsExactly("zwei ü", "one");
    assertThat(channel(jda).getHistoryAround(first.getId(), 1).complete().getRetrievedHistory())
        .hasSize(1);
    first.editMessage("uno").complete();
    second.delete().complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("uno");
    var thread = first.createThreadChannel("Talk").complete();
    thread.sendMessage("hello").complete();
  }

  @Test
  void directMessagesAreWrittenReadAndRefused() throws Exception {
    JDA jda = ready();
    amira.writes("streak");
    var written = next(MessageReceivedEvent.class);
    assertThat(written.getMessage().getContentRaw()).isEqualTo("streak");
    written.getChannel().sendMessage("5 days").complete();
    assertThat(discord.seenBy(amira, amira.direct())).isEqualTo("streak\n\n5 days");
    amira.closesDirectMessages();
    var user = jda.retrieveUserById(amira.id()).complete();
    assertThatThrownBy(() -> user.openPrivateChannel().complete().sendMessage("x").complete())
        .isInstanceOfSatisfying(
            ErrorResponseException.class, e -> assertThat(e.getErrorCode()).isEqualTo(50007));
  }

  @Test
  void aRateLimitIsWaitedFor() throws Exception {
    JDA jda = ready();
    discord.faults().next(2, Kind.MESSAGE_POST, Fault.rateLimited(Duration.ZERO));
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(502));
    channel(jda).sendMessage("late").complete();
    assertThat(discord.rest().seen(Kind.MESSAGE_POST))
        .extracting(Rest.Seen::status)
        .containsExactly(429, 429, 502, 200);
    assertThat(discord.seenBy(amira, general)).isEqualTo("late");
  }

  @Test
  void anAnswerThatIsLostLeavesItsMessage() throws Exception {
    JDA jda = ready();
    discord.faults().next(4, Kind.MESSAGE_POST, Fault.answerLost());
    assertThatThrownBy(() -> channel(jda).sendMessage("sent").complete())
        .isInstanceOf(ErrorResponseException.class);
    assertThat(discord.seenBy(amira, general)).isEqualTo("sent");
  }

  @Test
  void aBurstBeyondALimitIsRefusedAndCounted() throws Exception {
    JDA jda = ready();
    discord.rest().limits().inChannel(1000);
    discord.rest().limits().perSecond(5);
    var sent = new ArrayList<CompletableFuture<Message>>();
    for (int i = 0; i < 8; i++) {
      sent.add(made(jda, "c" + i).sendMessage("x").submit());
    }
    for (var message : sent) {
      message.get(10, TimeUnit.SECONDS);
    }
    assertThat(discord.rest().limits().refused()).isPositive();
  }

  @Test
  void anInteractionIsAnsweredOnce() throws Exception {
    registered();
    amira.command(general, "streak", Map.of());
    var event = next(SlashCommandInteractionEvent.class);
    event.reply("1").complete();
    assertThat(answersAgain(event.getId(), event.getToken())).isEqualTo(40060);
  }

  @Test
  void whatDiscordWouldNotTakeIsRefusedAndRemembered() throws Exception {
    ready();
    String path = "channels/" + general.id() + "/messages";
    assertThat(status(path, "{\"content\":\"" + "x".repeat(2001) + "\"}")).isEqualTo(400);
    assertThat(status(path, "{\"content\":\"x\",\"flags\":64}")).isEqualTo(400);
    assertThat(status(path, "{}")).isEqualTo(400);
    assertThat(
            status(
                path,
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"L\",\"custom_id\":\"a\"},{\"type\":2,\"style\":1,\"label\":\"L\",\"custom_id\":\"a\"}]}]}"))
        .isEqualTo(400);
    assertThat(discord.takeViolations()).hasSize(4);
  }

  private TextChannel made(JDA jda, String name) {
    FakeChannel made = guild.channel(name);
    await().until(() -> jda.getTextChannelById(made.id()) != null);
    return java.util.Objects.requireNonNull(jda.getTextChannelById(made.id()));
  }

  private int answersAgain(String id, String token) throws Exception {
    String body = body("interactions/" + id + "/" + token + "/callback", "{\"type\":5}").body();
    return Json.parse(body).path("code").asInt();
  }

  private int status(String path, String body) throws Exception {
    return body(path, body).statusCode();
  }

  private HttpResponse<String> body(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
            .header("Authorization", "Bot " + discord.token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
