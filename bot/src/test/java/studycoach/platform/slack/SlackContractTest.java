package studycoach.platform.slack;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatAdapterContract;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;

@Timeout(60)
class SlackContractTest extends ChatAdapterContract {
  @Override
  protected Stage open() {
    FakeSlack slack = new FakeSlack();
    slack.limits().off();
    return new FakeStage(slack, slack.workspace("acme"));
  }

  private static final class FakeStage implements Stage {
    private final FakeSlack slack;
    private final FakeWorkspace acme;
    private final FakeChannel general;
    private final Watched adapter;

    private FakeStage(FakeSlack slack, FakeWorkspace acme) {
      this.slack = slack;
      this.acme = acme;
      this.general = acme.channel("general");
      this.adapter =
          new Watched(
              new SlackAdapter(
                  SlackStage.socketMode(slack, acme),
                  reason -> {},
                  Clock.systemUTC(),
                  new SimpleMeterRegistry()));
      acme.person("amira");
      acme.person("ben");
    }

    @Override
    public ChatAdapter adapter() {
      return adapter;
    }

    @Override
    public Destination channel() {
      return new Destination.Channel(new ChannelRef("slack", acme.teamId(), general.id()));
    }

    @Override
    public Destination direct(String person) {
      return new Destination.Direct(SlackDecoder.account(acme.teamId(), acme.person(person).id()));
    }

    @Override
    public void types(String person, String line) {
      FakeInteraction command = acme.person(person).command(general, "/coach", line);
      await().until(() -> !command.messages().isEmpty());
    }

    @Override
    public void presses(String person, String label) {
      FakePerson who = acme.person(person);
      int before = adapter.accepted.get();
      boolean direct = slack.seenBy(who, who.direct()).contains("[" + label + "]");
      who.presses(direct ? who.direct() : general, label);
      await().until(() -> adapter.accepted.get() > before);
    }

    @Override
    public String seenBy(String person) {
      FakePerson who = acme.person(person);
      return slack.seenBy(who, general) + "\n" + slack.seenBy(who, who.direct());
    }

    @Override
    public String inThread(MessageRef parent) {
      return general.messages().stream()
          .filter(message -> message.ts().equals(parent.id()))
          .flatMap(message -> general.thread(message).stream())
          .map(FakeMessage::text)
          .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean brokeOut() {
      return !slack.violations().isEmpty()
          || general.messages().stream().anyMatch(message -> !message.pings().isEmpty());
    }

    @Override
    public Stage reopened() {
      adapter.close();
      return new FakeStage(slack, acme);
    }

    @Override
    public void close() {
      adapter.close();
      slack.close();
    }
  }

  /** Counts what was accepted, which need not be followed by anything that can be seen. */
  private record Watched(ChatAdapter adapter, AtomicInteger accepted) implements ChatAdapter {
    Watched(ChatAdapter adapter) {
      this(adapter, new AtomicInteger());
    }

    @Override
    public String platform() {
      return adapter.platform();
    }

    @Override
    public boolean isConnected() {
      return adapter.isConnected();
    }

    @Override
    public void start(Inbox inbox) {
      adapter.start(new Counting(inbox, accepted));
    }

    @Override
    public Delivery send(Destination to, Message message, PostKey key) {
      Delivery delivery = adapter.send(to, message, key);
      while (delivery instanceof Delivery.Later) {
        delivery = adapter.send(to, message, key);
      }
      return delivery;
    }

    @Override
    public Delivery edit(MessageRef ref, Message message) {
      return adapter.edit(ref, message);
    }

    @Override
    public Optional<MessageRef> find(Destination to, PostKey key) {
      return adapter.find(to, key);
    }

    @Override
    public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
      return adapter.examine(commands, channels);
    }

    @Override
    public void stopHearing() {
      adapter.stopHearing();
    }

    @Override
    public void close() {
      adapter.close();
    }
  }

  private record Counting(Inbox inbox, AtomicInteger accepted) implements Inbox {
    @Override
    public List<Command> commands() {
      return inbox.commands();
    }

    @Override
    public Response responseTo(Incoming incoming) {
      return inbox.responseTo(incoming);
    }

    @Override
    public Reply accept(Incoming incoming) {
      Reply reply = inbox.accept(incoming);
      accepted.incrementAndGet();
      return reply;
    }

    @Override
    public void once(String key, Runnable work) {
      inbox.once(key, work);
    }

    @Override
    public void joined(Joined joined) {
      inbox.joined(joined);
    }
  }
}
