package studycoach.platform.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import studycoach.chat.FakeInbox;

/** A room on a plain screen in memory. */
final class TestRoom implements AutoCloseable {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TerminalAdapter adapter;
  private final TestControls controls = new TestControls();
  final FakeInbox inbox = new FakeInbox();

  TestRoom(Path folder) {
    adapter = new TerminalAdapter(folder.resolve("room.transcript.jsonl"), screen(""));
    adapter.start(inbox);
  }

  private Screen screen(String typed) {
    return Screen.plain(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out);
  }

  TerminalAdapter adapter() {
    return adapter;
  }

  /** Amira types these lines, and the room closes. */
  TestRoom types(String... lines) {
    String typed = String.join("\n", lines) + "\n";
    new TerminalRoom(screen(typed), adapter, "coach", "amira", controls).run();
    return this;
  }

  /** All that was printed so far. */
  String printed() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** What was printed since the last call. */
  String news() {
    String printed = printed();
    out.reset();
    return printed;
  }

  @Override
  public void close() {
    adapter.close();
  }

  private static final class TestControls implements RoomControls {
    private Instant now = Instant.parse("2026-03-29T00:30:00Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public void next() {
      now = now.plus(Duration.ofMinutes(5));
    }

    @Override
    public void settle() {}

    @Override
    public void down(Duration time) {
      now = now.plus(time);
    }

    @Override
    public List<String> complete(String line) {
      return List.of();
    }
  }
}
