package studycoach.room;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import studycoach.chat.Arguments;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.pack.Bank;
import studycoach.pack.Exam;
import studycoach.pack.Pack;
import studycoach.platform.terminal.Screen;
import studycoach.platform.terminal.TerminalRoom;

/** The group of a new room, made by the commands that a person would use. */
final class FirstGroup {
  private static final String FAVOURITE = "MLS-C01";

  private final RoomOptions options;
  private final Inbox inbox;
  private final Screen screen;

  FirstGroup(RoomOptions options, Inbox inbox, Screen screen) {
    this.options = options;
    this.inbox = inbox;
    this.screen = screen;
  }

  boolean isMissing() {
    Reply reply = inbox.accept(call("group show", Map.of()));
    return !(reply instanceof Reply.Say say && say.message().blocks().size() > 1);
  }

  /** Sets it up for the favourite exam, or else the first, and posts a question. */
  void make(Bank bank) {
    Optional<Exam> exam =
        bank.pack(FAVOURITE).or(() -> bank.packs().stream().findFirst()).map(Pack::exam);
    if (exam.isEmpty()) {
      screen.print("There are no questions in " + options.questions() + ".");
      return;
    }
    screen.print("This room studies for " + exam.get().name() + ", " + exam.get().code() + ".");
    exam.get().statusNote().ifPresent(screen::print);
    // A system's zone may be a mere offset, which no group can have.
    String own = options.zone().getId();
    String zone = ZoneId.getAvailableZoneIds().contains(own) ? own : "UTC";
    inbox.accept(call("setup", Map.of("exam", exam.get().code(), "zone", zone)));
    inbox.accept(call("group post", Map.of()));
  }

  private Incoming.CommandCall call(String command, Map<String, Object> arguments) {
    Origin origin = TerminalRoom.origin(options.starter(), true);
    return new Incoming.CommandCall(origin, command, new Arguments(arguments));
  }
}
