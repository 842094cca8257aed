package studycoach.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeWebApiTest extends WithBolt {
  private final MethodsClient bot = methods();

  @Test
  void theBotLearnsWhoItIsAndWhatItMay() throws Exception {
    var self = bot.authTest(r -> r);
    assertThat(self.getTeamId()).isEqualTo(acme.teamId());
    assertThat(self.getUserId()).isEqualTo(acme.botUserId());
    assertThat(self.getHttpResponseHeaders())
        .hasEntrySatisfying(
            "x-oauth-scopes", scopes -> assertThat(scopes.get(0)).contains("chat:write"));
    amira.named("Amira B.", "Amira Berger").admin();
    var user = bot.usersInfo(r -> r.user(amira.id())).getUser();
    assertThat(user.getProfile().getDisplayName()).isEqualTo("Amira B.");
    assertThat(user.isAdmin()).isTrue();
    assertThat(bot.usersInfo(r -> r.user("U404")).getError()).isEqualTo("user_not_found");
  }

  @Test
  void tokensAreChecked() throws Exception {
    var other = bolt().slack();
    assertThat(other.methods("xoxb-else").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    assertThat(other.methods(acme.app().appToken()).authTest(r -> r).getError())
        .isEqualTo("not_allowed_token_type");
    acme.revokesToken();
    assertThat(bot.authTest(r -> r).getError()).isEqualTo("token_revoked");
    MethodsClient again = methods();
    acme.uninstalls();
    assertThat(again.authTest(r -> r).getError()).isEqualTo("account_inactive");
  }

  @Test
  void aMissingScopeIsNamed() throws Exception {
    acme.app().lacks("users:read", "groups:read");
    var refused = bot.usersInfo(r -> r.user(amira.id()));
    assertThat(refused.getError()).isEqualTo("missing_scope");
    assertThat(refused.getNeeded()).isEqualTo("users:read");
    assertThat(refused.getProvided()).contains("chat:write").doesNotContain("users:read");
    String secret = acme.privateChannel("secret").id();
    assertThat(bot.conversationsInfo(r -> r.channel(secret)).getNeeded()).isEqualTo("groups:read");
    assertThat(bot.conversationsInfo(r -> r.channel(general.id())).isOk()).isTrue();
  }

  @Test
  void theBotWritesOnlyWhereItMay() throws Exception {
    slack.limits().off();
    FakeChannel open = acme.channel("open").withoutBot();
    FakeChannel secret = acme.privateChannel("secret").withoutBot();
    assertThat(post("C404")).isEqualTo("channel_not_found");
    assertThat(post(open.id())).isEqualTo("not_in_channel");
    assertThat(post(secret.id())).isEqualTo("channel_not_found");
    assertThat(post(acme.botUserId())).isEqualTo("cannot_dm_bot");
    acme.app().grants("chat:write.public");
    assertThat(post(open.id())).isNull();
    assertThat(post(secret.id())).isEqualTo("channel_not_found");
    general.archives(amira);
    assertThat(post(general.id())).isEqualTo("is_archived");
    assertThat(post(amira.id())).isNull();
    assertThat(slack.seenBy(amira, amira.direct())).isEqualTo("x");
    var opened = bot.conversationsOpen(r -> r.users(List.of(amira.id())));
    assertThat(opened.getChannel().getId()).isEqualTo(amira.direct().id());
    amira.leaves(open);
    assertThat(ephemeral(open)).isEqualTo("user_not_in_channel");
    amira.joins(open);
    assertThat(ephemeral(open)).isNull();
    assertThat(open.messages().get(1).isOnlyFor(amira)).isTrue();
  }

  private @Nullable String ephemeral(FakeChannel channel) throws Exception {
    var answer = bot.chatPostEphemeral(r -> r.channel(channel.id()).user(amira.id()).text("x"));
    return answer.getError();
  }

  private @Nullable String post(String channel) throws Exception {
    var answer = bot.chatPostMessage(r -> r.channel(channel).text("x"));
    return answer.getError();
  }

  @Test
  void messagesAreKeptWithMetadataThreadsAndEdits() throws Exception {
    slack.limits().off();
    var key = Message.Metadata.builder().eventType("drop").eventPayload(Map.of("key", "k1"));
    String ts =
        bot.chatPostMessage(r -> r.channel(general.id()).text("Q").metadata(key.build())).getTs();
    bot.chatPostMessage(r -> r.channel(general.id()).text("A").threadTs(ts));
    assertThat(general.messages()).hasSize(1);
    assertThat(general.thread(general.messages().get(0))).hasSize(1);
    var plain = bot.conversationsHistory(r -> r.channel(general.id())).getMessages();
    assertThat(plain.get(0).getMetadata()).isNull();
    assertThat(plain.get(0).getReplyCount()).isEqualTo(1);
    var all =
        bot.conversationsReplies(r -> r.channel(general.id()).ts(ts).includeAllMetadata(true))
            .getMessages();
    assertThat(all).extracting(Message::getText).containsExactly("Q", "A");
    assertThat(all.get(0).getMetadata().getEventPayload()).containsEntry("key", "k1");
    bot.chatUpdate(r -> r.channel(general.id()).ts(ts).text("Q2"));
    assertThat(general.messages().get(0).text()).isEqualTo("Q2");
    String theirs = amira.writes(general, "mine").ts();
    assertThat(bot.chatUpdate(r -> r.channel(general.id()).ts(theirs).text("x")).getError())
        .isEqualTo("cant_update_message");
    bot.chatDelete(r -> r.channel(general.id()).ts(ts));
    assertThat(bot.chatUpdate(r -> r.channel(general.id()).ts(ts).text("x")).getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void aSecondMessageInASecondIsRefused() throws Exception {
    bot.chatPostMessage(r -> r.channel(general.id()).text("1"));
    assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel(general.id()).text("2")))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> {
              assertThat(e.getResponse().code()).isEqualTo(429);
              assertThat(e.getResponse().header("Retry-After")).isEqualTo("1");
            });
    assertThat(post(acme.channel("other").id())).isNull();
    assertThat(slack.limits().refused()).isEqualTo(1);
    assertThat(slack.exchanges("chat.postMessage"))
        .extracting(Exchange::status)
        .containsExactly(200, 429, 200);
    for (int i = 0; i < 50; i++) {
      bot.conversationsInfo(r -> r.channel(general.id()));
    }
    assertThatThrownBy(() -> bot.conversationsInfo(r -> r.channel(general.id())))
        .isInstanceOf(SlackApiException.class);
    slack.answersAfter(Duration.ofMillis(100), Duration.ofMillis(120));
    slack.limits().times(10);
    assertThat(bot.conversationsInfo(r -> r.channel(general.id())).isOk()).isTrue();
  }

  @Test
  void faultsHitTheNextRequests() throws Exception {
    slack.faults().next(1, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(7)));
    slack.faults().next(1, "chat.postMessage", Fault.status(500));
    slack.faults().next(1, "chat.postMessage", Fault.slow(Duration.ofMillis(300)));
    assertThatThrownBy(() -> post(general.id()))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("7"));
    assertThatThrownBy(() -> post(general.id())).isInstanceOf(SlackApiException.class);
    assertThat(general.messages()).isEmpty();
    long before = System.nanoTime();
    assertThat(post(general.id())).isNull();
    assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    assertThat(slack.faults().left("chat.postMessage")).isZero();
  }

  @Test
  void aLostAnswerLeavesItsMessageAndTheClientSendsAgainOnAConnectionItHad() throws Exception {
    slack.limits().off();
    slack.faults().next(1, "chat.postMessage", Fault.answerLost());
    assertThatThrownBy(() -> post(general.id())).isInstanceOf(java.io.IOException.class);
    assertThat(general.messages()).hasSize(1);
    bot.authTest(r -> r);
    slack.faults().next(1, "chat.postMessage", Fault.answerLost());
    assertThat(post(general.id())).isNull();
    assertThat(general.messages()).hasSize(3);
    assertThat(slack.exchanges("chat.postMessage"))
        .extracting(Exchange::status)
        .containsExactly(0, 0, 200);
  }

  @Test
  void whatIsNotDocumentedIsNoticed() throws Exception {
    assertThat(raw("chat.postMessage", "{\"channel\":\"%s\",\"text\":\"x\",\"nonce\":\"1\"}"))
        .contains("\"ok\":true");
    assertThat(raw("files.upload", "{}")).contains("unknown_method");
    assertThat(raw("chat.postMessage", "{\"channel\":\"%s\"}")).contains("no_text");
    assertThat(slack.takeViolations())
        .satisfiesExactly(
            one -> assertThat(one).contains("nonce"),
            one -> assertThat(one).contains("files.upload"),
            one -> assertThat(one).contains("no_text"));
  }

  private String raw(String method, String body) throws Exception {
    slack.limits().off();
    var request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
            .header("Authorization", "Bearer " + acme.botToken())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body.formatted(general.id())))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
