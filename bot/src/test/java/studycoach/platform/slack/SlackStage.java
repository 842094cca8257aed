package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.FakeInbox;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;

/** The adapter on a fake Slack with a workspace, a channel and two people. */
final class SlackStage implements AutoCloseable {
  static final PostKey KEY = PostKey.of(71);
  static final ActionId ANSWER = ActionId.of("daily", "answer", KEY.value(), 2);
  static final Message QUESTION = withButton("Which one?", "C");

  final FakeSlack slack = new FakeSlack();
  final FakeWorkspace acme = slack.workspace("acme");
  final FakeChannel general = acme.channel("general");
  final FakePerson amira = acme.person("amira");
  final FakePerson ben = acme.person("ben");
  final FakeInbox inbox = new FakeInbox();
  final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
  private final SlackConfig config;
  SlackAdapter adapter;

  /** How Slack tells what people do. */
  enum Way {
    SOCKET,
    HTTP
  }

  SlackStage() {
    this(Way.SOCKET);
  }

  SlackStage(Way way) {
    config = way == Way.SOCKET ? socketMode(slack, acme) : overHttp(slack, acme);
    adapter = adapter();
  }

  private SlackAdapter adapter() {
    return new SlackAdapter(config, lost::add, Clock.systemUTC(), new SimpleMeterRegistry());
  }

  /** From now on Slack posts to the port that is in the answer. */
  static SlackConfig overHttp(FakeSlack slack, FakeWorkspace... workspaces) {
    int port = freePort();
    slack.overHttp(URI.create("http://127.0.0.1:" + port + Entrance.PATH));
    return config(
        slack,
        port,
        new SlackConfig.App(
            tokens(workspaces), Optional.empty(), Optional.of(slack.app().signingSecret())));
  }

  static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tokens(FakeWorkspace... workspaces) {
    return Stream.of(workspaces).map(FakeWorkspace::botToken).toList();
  }

  static SlackConfig socketMode(FakeSlack slack, FakeWorkspace... workspaces) {
    return config(
        slack,
        0,
        new SlackConfig.App(
            tokens(workspaces), Optional.of(slack.app().appToken()), Optional.empty()));
  }

  static SlackConfig config(FakeSlack slack, int port, SlackConfig.App... apps) {
    URI api = URI.create(slack.apiUrl());
    return new SlackConfig(List.of(apps), Optional.of(api), "coach", "127.0.0.1", port);
  }

  static Message withButton(String text, String label) {
    return Message.of(text).and(new Block.Controls(List.of(new Control.Button(label, ANSWER))));
  }

  SlackStage started() {
    adapter.start(inbox);
    return this;
  }

  void restart() {
    adapter.close();
    adapter = adapter();
    adapter.start(inbox);
  }

  /** Posts a message for all to answer. */
  void posts(Message message) {
    await().until(() -> adapter.send(channel(), message, KEY) instanceof Delivery.Posted);
  }

  void replies(Response response, String text) {
    inbox.replies(response, incoming -> Reply.say(text));
  }

  /** What came as answer to a command or a click; waits for it. */
  FakeMessage answer(FakeInteraction interaction) {
    await().until(() -> !interaction.messages().isEmpty());
    return interaction.messages().get(0);
  }

  /** What came in last; waits for it. */
  <T extends Incoming> T last(Class<T> kind) {
    await().until(() -> !inbox.received().isEmpty() && kind.isInstance(inbox.last()));
    return kind.cast(inbox.last());
  }

  /** Until nothing is under way that Slack waits for. */
  void settles() {
    await().until(() -> slack.deliveries().waiting() == 0);
  }

  void sees(FakePerson person, FakeChannel channel, String words) {
    await().untilAsserted(() -> assertThat(slack.seenBy(person, channel)).contains(words));
  }

  Destination channel() {
    return channel(general);
  }

  Destination channel(FakeChannel channel) {
    return new Destination.Channel(new ChannelRef("slack", acme.teamId(), channel.id()));
  }

  Destination direct() {
    return new Destination.Direct(SlackDecoder.account(acme.teamId(), amira.id()));
  }

  @Override
  public void close() {
    adapter.close();
    slack.close();
  }
}
