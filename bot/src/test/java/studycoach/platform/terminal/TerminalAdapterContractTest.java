package studycoach.platform.terminal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatAdapterContract;
import studycoach.chat.Destination;
import studycoach.chat.MessageRef;

class TerminalAdapterContractTest extends ChatAdapterContract {
  @TempDir Path folder;

  @Override
  protected Stage open() {
    return new TerminalStage(folder);
  }

  private static final class TerminalStage implements Stage {
    private final Path folder;
    private final TestRoom room;

    TerminalStage(Path folder) {
      this.folder = folder;
      this.room = new TestRoom(folder);
    }

    @Override
    public ChatAdapter adapter() {
      return room.adapter();
    }

    @Override
    public Destination channel() {
      return new Destination.Channel(TerminalAdapter.ROOM);
    }

    @Override
    public Destination direct(String person) {
      return new Destination.Direct(TerminalAdapter.account(person));
    }

    @Override
    public void types(String person, String line) {
      room.types("/as " + person, line);
    }

    @Override
    public void presses(String person, String label) {
      types(person, label);
    }

    @Override
    public String seenBy(String person) {
      return room.adapter().wall().seenBy(person).stream()
          .map(notice -> String.join("\n", notice.text()))
          .collect(Collectors.joining("\n"));
    }

    @Override
    public String inThread(MessageRef parent) {
      return room.adapter().wall().seenBy("amira").stream()
          .filter(notice -> notice.under().map(String::valueOf).equals(Optional.of(parent.id())))
          .sorted(Comparator.comparingLong(Notice::number))
          .map(notice -> String.join("\n", notice.text()))
          .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean brokeOut() {
      return room.printed()
          .codePoints()
          .anyMatch(point -> point != '\n' && Character.isISOControl(point));
    }

    @Override
    public Stage reopened() {
      close();
      return new TerminalStage(folder);
    }

    @Override
    public void close() {
      room.close();
    }
  }
}
