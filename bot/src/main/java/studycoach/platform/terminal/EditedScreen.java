package studycoach.platform.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal with line editing, history and completion. */
final class EditedScreen implements Screen {
  private static final int USUAL_WIDTH = 80;
  private final Terminal terminal;
  private final LineReader reader;
  private final boolean colour;

  private EditedScreen(
      Terminal terminal, Path history, Function<String, List<String>> complete, boolean colour) {
    this.terminal = terminal;
    this.colour = colour;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
            .completer((reader, line, candidates) -> candidates.addAll(candidates(line, complete)))
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** Empty if this is no terminal in which a line can be edited. */
  static Optional<Screen> open(
      Path history, Function<String, List<String>> complete, boolean colour) {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysOut)
              .dumb(false)
              .build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        terminal.close();
        return Optional.empty();
      }
      return Optional.of(new EditedScreen(terminal, history, complete, colour));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static List<Candidate> candidates(
      ParsedLine line, Function<String, List<String>> complete) {
    String typed = line.line().substring(0, line.cursor());
    Stream<String> own = line.wordIndex() == 0 ? RoomWord.words() : Stream.empty();
    return Stream.concat(own, complete.apply(typed).stream()).map(Candidate::new).toList();
  }

  @Override
  public Optional<String> readLine(String prompt) {
    while (true) {
      try {
        return Optional.of(reader.readLine(prompt.replace("%", "%%")));
      } catch (EndOfFileException e) {
        return Optional.empty();
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isEmpty()) {
          return Optional.empty();
        }
      }
    }
  }

  @Override
  public void print(String lines) {
    reader.printAbove(lines);
  }

  @Override
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
  }

  @Override
  public boolean colour() {
    return colour;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the terminal back", e);
    }
  }
}
