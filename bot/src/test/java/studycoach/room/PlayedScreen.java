package studycoach.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studycoach.platform.terminal.Screen;

/** A screen wide enough never to wrap, before which sits somebody who reads before typing. */
final class PlayedScreen implements Screen {
  private static final int WIDE = 100_000;
  private final Deque<Move> moves = new ArrayDeque<>();
  private final List<String> typed = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();
  private Consumer<String> check = output -> {};

  private record Move(Supplier<String> line, Consumer<String> check) {}

  /**
   * Plans a line.
   *
   * @param line asked for when it is its turn
   * @param check of what is printed thereupon
   */
  void plan(Supplier<String> line, Consumer<String> check) {
    moves.add(new Move(line, check));
  }

  List<String> typed() {
    return typed;
  }

  @Override
  public Optional<String> readLine(String prompt) {
    String output = printed.toString();
    printed.setLength(0);
    check.accept(output);
    Optional<Move> move = Optional.ofNullable(moves.poll());
    Optional<String> line = move.map(next -> next.line().get());
    check = move.map(Move::check).orElse(text -> {});
    line.ifPresent(typed::add);
    return line;
  }

  @Override
  public void print(String lines) {
    printed.append(lines).append('\n');
  }

  @Override
  public int width() {
    return WIDE;
  }

  @Override
  public boolean colour() {
    return false;
  }

  @Override
  public void close() {}
}
