package studycoach.platform.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** For pipes and simple terminals. What comes out reads like a conversation. */
final class PlainScreen implements Screen {
  private static final int WIDTH = 80;
  private final BufferedReader in;
  private final PrintStream out;

  PlainScreen(InputStream in, OutputStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<String> readLine(String prompt) {
    try {
      Optional<String> line = Optional.ofNullable(in.readLine());
      line.ifPresent(typed -> print(prompt + Visible.line(typed)));
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what is typed", e);
    }
  }

  @Override
  public void print(String lines) {
    out.println(lines);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public boolean colour() {
    return false;
  }

  @Override
  public void close() {
    out.flush();
  }
}
