package studycoach.platform.slack;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.FakeInbox;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.platform.slack.fake.FakeChannel;
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
  SlackAdapter adapter = adapter();

  SlackAdapter adapter() {
    return new SlackAdapter(socketMode(slack, acme), lost::add, Clock.systemUTC());
  }

  static SlackConfig socketMode(FakeSlack slack, FakeWorkspace... workspaces) {
    List<String> tokens = List.of(workspaces).stream().map(FakeWorkspace::botToken).toList();
    return config(
        slack,
        0,
        new SlackConfig.App(tokens, Optional.of(slack.app().appToken()), Optional.empty()));
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
