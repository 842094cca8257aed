package studycoach.platform.slack.fake;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A workspace with a channel and a person, and a bot made with Bolt itself. */
abstract class WithBolt {
  final FakeSlack slack = new FakeSlack();
  final FakeWorkspace acme = slack.workspace("Acme");
  final FakeChannel general = acme.channel("general");
  final FakePerson amira = acme.person("amira");
  final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  final List<SocketModeApp> running = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (SocketModeApp app : running) {
      app.close();
    }
    slack.close();
  }

  /** What a real bot of one workspace would be, on the fake's address. */
  App bolt() {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    var bolt =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(acme.botToken())
                .signingSecret(acme.app().signingSecret())
                .build());
    bolt.event(AppHomeOpenedEvent.class, (event, context) -> heard(event, context.ack()));
    bolt.event(AppMentionEvent.class, (event, context) -> heard(event, context.ack()));
    bolt.event(MemberJoinedChannelEvent.class, (event, context) -> heard(event, context.ack()));
    bolt.event(MessageEvent.class, (event, context) -> heard(event, context.ack()));
    return bolt;
  }

  private <A> A heard(EventsApiPayload<?> event, A ack) {
    events.add(event);
    return ack;
  }

  SocketModeApp start(App bolt) throws Exception {
    // Otherwise one thread runs all listeners, and one that waits holds up the rest.
    int threads = 4;
    var socket =
        new SocketModeApp(
            acme.app().appToken(), bolt, SocketModeClient.Backend.JavaWebSocket, threads);
    socket.startAsync();
    running.add(socket);
    org.awaitility.Awaitility.await().until(() -> slack.socket().connections() > 0);
    return socket;
  }

  MethodsClient methods() {
    return bolt().slack().methods(acme.botToken());
  }

  /** The next event of a kind, others skipped; fails after some seconds. */
  <E> E next(Class<E> kind) throws InterruptedException {
    Object event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !kind.isInstance(inner(event))) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    if (event == null) {
      throw new AssertionError("no " + kind.getSimpleName());
    }
    return kind.cast(inner(event));
  }

  private static Object inner(Object event) {
    return event instanceof EventsApiPayload<?> payload ? payload.getEvent() : event;
  }
}
