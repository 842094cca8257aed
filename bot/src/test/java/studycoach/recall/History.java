package studycoach.recall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What ts-fsrs made of the answers to one question; bot/src/test/fsrs/record.js recorded it. */
record History(List<Answer> answers) {
  private static final int FIELDS = 4;

  /**
   * @param days since the answer before
   */
  record Answer(Grade grade, int days, double stability, double difficulty) {}

  static List<History> recorded() throws IOException {
    InputStream file = Objects.requireNonNull(History.class.getResourceAsStream("ts-fsrs.csv.gz"));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      return lines.lines().map(History::parse).toList();
    }
  }

  private static History parse(String line) {
    String[] fields = line.split(",", -1);
    List<Answer> answers = new ArrayList<>();
    for (int at = 0; at < fields.length; at += FIELDS) {
      answers.add(
          new Answer(
              grade(Integer.parseInt(fields[at])),
              Integer.parseInt(fields[at + 1]),
              Double.parseDouble(fields[at + 2]),
              Double.parseDouble(fields[at + 3])));
    }
    return new History(answers);
  }

  private static Grade grade(int number) {
    return Stream.of(Grade.values())
        .filter(grade -> grade.number == number)
        .findFirst()
        .orElseThrow();
  }
}
