package studycoach.room;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;

/**
 * A room in a process of its own, which dies at a chosen point: right before the post of a kind is
 * handed to the terminal, or right after it stands there and before the database knows.
 */
final class CrashRoom {
  static final int KILLED = 137;

  private CrashRoom() {}

  /** Where the process dies. */
  enum Point {
    NEVER,
    BEFORE,
    AFTER
  }

  /**
   * @param arguments the folder, the packs, the clock's moment, the seed, the point, the verb of a
   *     control by which the kind of post is known, and which post of that kind, from 1
   */
  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    System.setProperty("coach.log", data.resolve("coach.log").toString());
    RoomOptions options =
        new RoomOptions(
            data,
            Path.of(arguments[1]),
            "coach",
            Optional.of(Instant.parse(arguments[2])),
            Optional.of(Long.valueOf(arguments[3])),
            CrashTrial.ORGANISER,
            ZoneId.of("UTC"));
    Point point = Point.valueOf(arguments[4]);
    Room.visit(
        options,
        Clock.systemUTC(),
        adapter -> new Fuse(adapter, point, arguments[5], Integer.parseInt(arguments[6])));
    System.exit(0);
  }

  private static final class Fuse implements ChatAdapter {
    private final ChatAdapter adapter;
    private final Point point;
    private final String verb;
    private int left;

    Fuse(ChatAdapter adapter, Point point, String verb, int left) {
      this.adapter = adapter;
      this.point = point;
      this.verb = verb;
      this.left = left;
    }

    @Override
    public Delivery send(Destination to, Message message, PostKey key) {
      boolean burns =
          point != Point.NEVER
              && message
                  .controls()
                  .flatMap(control -> control.action().stream())
                  .anyMatch(action -> action.verb().equals(verb))
              && --left == 0;
      if (burns && point == Point.BEFORE) {
        Runtime.getRuntime().halt(KILLED);
      }
      Delivery delivery = adapter.send(to, message, key);
      if (burns) {
        Runtime.getRuntime().halt(KILLED);
      }
      return delivery;
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
      adapter.start(inbox);
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
}
