package studycoach.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.feature.leaderboard.Ledger.Board;
import studycoach.feature.leaderboard.Ledger.Line;
import studycoach.feature.leaderboard.Ledger.Score;
import studycoach.study.draw.Accuracy;

/** What {@code leaderboard} and {@code points} tell a person, compared with a ledger. */
final class ShownBoards {
  private static final int POINTS_SHOWN = 15;

  private final GroupYear year;

  ShownBoards(GroupYear year) {
    this.year = year;
  }

  void points(Ledger ledger, String name) {
    List<Ledger.Given> given = ledger.given(name);
    int total = given.stream().mapToInt(Ledger.Given::points).sum();
    String shown = year.person(name).runs("points").sees("Your points: " + total + "\n").last();
    assertThat(shown.lines().filter(line -> line.contains("rule 1")).map(ShownBoards::gain))
        .isEqualTo(
            given.stream()
                .limit(POINTS_SHOWN)
                .map(g -> "+" + g.points() + " " + g.question())
                .toList());
  }

  private static String gain(String line) {
    return line.replaceFirst(".*: (\\+\\d+) · .* · (x-\\d+) · .*", "$1 $2");
  }

  void board(Ledger ledger, Board board, String command, String reader) {
    List<Line> lines = ledger.lines(board);
    Optional<Line> own = ledger.line(board, reader);
    String text = year.person(reader).runs(command).last();
    List<String> shown = text.lines().filter(line -> line.matches("\\d+\\. .*")).toList();
    List<String> right =
        Stream.concat(lines.stream().filter(line -> !line.person().equals(reader)), own.stream())
            .map(line -> words(line, reader))
            .toList();
    assertThat(right).as(text).containsAll(shown);
    assertThat(shown.stream().limit(10).limit(lines.size()).map(line -> line.split("\\.", 2)[0]))
        .as(text)
        .isEqualTo(lines.stream().limit(10).map(line -> String.valueOf(line.rank())).toList());
    own.ifPresent(
        line -> {
          assertThat(shown).contains(words(line, reader));
          assertThat(text).contains("You are number " + line.rank());
        });
  }

  private static String words(Line line, String reader) {
    Score score = line.score();
    return line.rank()
        + ". "
        + (line.person().equals(reader) ? "you" : line.person())
        + " · %d points · %d %% of %d"
            .formatted(
                score.points(),
                new Accuracy(score.right(), score.answered()).percent(),
                score.answered());
  }
}
