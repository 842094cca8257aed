package studycoach.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people see and whom messages call. */
@Timeout(60)
class FakeWordsTest extends WithBolt {
  private void post(String text, String blocks) throws Exception {
    slack.limits().off();
    String json = blocks.replace('\'', '"');
    methods()
        .chatPostMessage(
            r -> {
              r.channel(general.id()).text(text);
              return json.isEmpty() ? r : r.blocksAsString(json);
            });
  }

  private FakeMessage last() {
    return general.messages().get(general.messages().size() - 1);
  }

  @Test
  void mrkdwnIsReadWithoutItsMarks() throws Exception {
    String crew = acme.userGroup("crew").id();
    post(
        "*bold* _it_ ~no~ `a*b*c` 2*3*4 <https://a.example|site> &lt;b&gt; <!subteam^"
            + crew
            + "> <#"
            + general.id()
            + "> <!date^1700000000^{date}|14 Nov>",
        "");
    assertThat(slack.seenBy(amira, general))
        .isEqualTo("bold it no a*b*c 2*3*4 site <b> @crew #general 14 Nov");
    assertThat(last().pings()).containsExactly(crew);
  }

  @Test
  void richTextIsReadAndCalls() throws Exception {
    amira.named("Amira B.", "Amira Berger");
    post(
        "fallback",
        "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'user','user_id':'"
            + amira.id()
            + "'},{'type':'text','text':' & '},{'type':'broadcast','range':'here'}]},"
            + "{'type':'rich_text_list','style':'ordered','elements':["
            + "{'type':'rich_text_section','elements':[{'type':'text','text':'one'}]}]}]}]");
    assertThat(last().text()).isEqualTo("@Amira B. & @here\n1. one");
    assertThat(last().fallback()).isEqualTo("fallback");
    assertThat(last().pings()).containsExactlyInAnyOrder(amira.id(), "here");
  }

  @Test
  void nobodyIsCalledByNamesInPlainTextOrCode() throws Exception {
    post("@here @channel @amira", "");
    assertThat(last().pings()).isEmpty();
  }

  @Test
  void aResponseUrlWorksFiveTimes() throws Exception {
    BlockingQueue<SlashCommandContext> contexts = new LinkedBlockingQueue<>();
    App bolt = bolt();
    bolt.command(
        "/coach",
        (request, context) -> {
          contexts.add(context);
          return context.ack();
        });
    start(bolt);
    var command = amira.command(general, "/coach", "");
    SlashCommandContext context = contexts.take();
    for (int i = 0; i < 5; i++) {
      assertThat(context.respond("x").getCode()).isEqualTo(200);
    }
    var sixth = context.respond("x");
    assertThat(sixth.getCode()).isEqualTo(404);
    assertThat(sixth.getBody()).contains("used_url");
    assertThat(command.messages()).hasSize(5).allMatch(message -> message.isOnlyFor(amira));
  }

  @Test
  void aResponseUrlEndsByTheFakesClock() throws Exception {
    var later =
        new Clock() {
          Duration passed = Duration.ZERO;

          @Override
          public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public java.time.Instant instant() {
            return java.time.Instant.EPOCH.plus(passed);
          }
        };
    try (var timed = new FakeSlack(later)) {
      FakeWorkspace workspace = timed.workspace("Timed");
      FakePerson ben = workspace.person("ben");
      var command = ben.command(workspace.channel("c"), "/coach", "");
      later.passed = Duration.ofMinutes(31);
      var answer =
          java.net.http.HttpClient.newHttpClient()
              .send(
                  java.net.http.HttpRequest.newBuilder(
                          java.net.URI.create(command.payload().path("response_url").asText()))
                      .header("Content-Type", "application/json")
                      .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}"))
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("expired_url");
    }
  }

  @Test
  void anEphemeralMessageIsReplacedByItsOwnPress() throws Exception {
    App bolt = bolt();
    bolt.blockAction(
        "go",
        (request, context) -> {
          assertThat(request.getPayload().getMessage()).isNull();
          assertThat(request.getPayload().getContainer().isEphemeral()).isTrue();
          context.respond(r -> r.text("Done").replaceOriginal(true));
          return context.ack();
        });
    start(bolt);
    methods()
        .chatPostEphemeral(
            r ->
                r.channel(general.id())
                    .user(amira.id())
                    .text("t")
                    .blocksAsString(
                        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":"
                            + "\"go\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]"));
    assertThat(slack.seenBy(acme.person("ben"), general)).isEmpty();
    var press = amira.presses(general, "Go");
    await().until(() -> press.acknowledged().isPresent());
    assertThat(slack.seenBy(amira, general)).isEqualTo("Done");
    assertThat(press.messages()).hasSize(1);
  }
}
