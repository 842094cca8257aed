package studycoach.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what came in, and replies as it is told. */
public final class FakeInbox implements Inbox {
  private final List<Incoming> received = new CopyOnWriteArrayList<>();
  private final List<Joined> welcomed = new CopyOnWriteArrayList<>();
  private List<Command> commands = List.of();
  private Response response = Response.PRIVATE;
  private Function<Incoming, Reply> reply = incoming -> new Reply.Nothing();

  public FakeInbox replies(Response newResponse, Function<Incoming, Reply> newReply) {
    response = newResponse;
    reply = newReply;
    return this;
  }

  /** Knows a command of this name, which does nothing. */
  public FakeInbox knows(String command) {
    commands =
        List.of(
            new Command(
                command,
                "a command",
                Response.PRIVATE,
                Permission.EVERYONE,
                List.of(),
                call -> new Reply.Nothing()));
    return this;
  }

  /** Knows these commands; what they reply is told to {@link #replies}. */
  public FakeInbox knows(List<Command> newCommands) {
    commands = newCommands;
    return this;
  }

  public List<Incoming> received() {
    return List.copyOf(received);
  }

  /** What came in last. */
  public Incoming last() {
    return received.get(received.size() - 1);
  }

  /** The occasions on which the bot was added somewhere, as often as they were told. */
  public List<Joined> welcomed() {
    return List.copyOf(welcomed);
  }

  @Override
  public void once(String key, Runnable work) {
    work.run();
  }

  @Override
  public void joined(Joined joined) {
    welcomed.add(joined);
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public Response responseTo(Incoming incoming) {
    return response;
  }

  @Override
  public Reply accept(Incoming incoming) {
    received.add(incoming);
    return reply.apply(incoming);
  }
}
