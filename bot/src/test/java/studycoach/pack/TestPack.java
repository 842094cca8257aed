package studycoach.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studycoach.yaml.Problem;

/** A questions folder with one small exam, X-1, which has a question of each type. */
final class TestPack {
  static final String EXAM =
      """
      code: X-1
      name: Exam X
      status: closed
      closed_on: 2026-03-31
      replaced_by: [Y-1]
      status_note: It closed.
      questions: 65
      scored: 50
      unscored: 15
      minutes: 180
      passing_score: 750
      question_types: [multiple_choice, multiple_response, ordering, matching]
      price_usd: 300
      languages: [English]
      validity_years: 3
      authors: [Someone]
      licence: CC-BY-4.0
      source: https://example.org/guide
      domains:
        - id: data
          name: Data
          weight: 40
          tasks:
            - {id: "1.1", title: Store}
            - {id: "1.2", title: Ingest}
        - id: modeling
          name: Modeling
          weight: 60
          tasks:
            - {id: "2.1", title: Train}
      """;

  static final String DATA =
      """
      questions:
        - id: x-001
          task: "1.1"
          type: multiple_choice
          difficulty: easy
          services: [s3]
          stem: Which store is cheapest?
          options:
            - text: Object store
              key: true
              why: Right.
            - text: Block store
              why: Dear.
            - text: File store
              why: Dearer.
            - text: Memory
              why: Dearest.
          explanation: Objects are cheap.
          sources: [https://example.org/a]
          checked: 2026-11-21
        - id: x-002
          task: "1.2"
          type: multiple_response
          difficulty: hard
          services: []
          stem: Which two stream? Choose TWO.
          options:
            - {text: One, key: true, why: Streams.}
            - {text: Two, key: true, why: Streams too.}
            - {text: Three, why: Batch.}
            - {text: Four, why: Batch too.}
            - {text: Five, why: Batch as well.}
          explanation: Streams never end.
          sources: [https://example.org/b]
          checked: 2026-11-21
          enemies: [x-001]
          author: Ada
          licence: CC0-1.0
      """;

  static final String MODELING =
      """
      questions:
        - id: x-003
          task: "2.1"
          type: ordering
          difficulty: medium
          services: [sagemaker-ai]
          stem: Put the steps in order.
          steps:
            - {text: Split, why: First.}
            - {text: Train, why: Then.}
            - {text: Test, why: Last.}
          explanation: Test on what was not seen.
          sources: [https://example.org/c]
          checked: 2026-11-21
        - id: x-004
          task: "2.1"
          type: matching
          difficulty: medium
          services: [sagemaker-ai]
          stem: Match each metric with its task.
          pairs:
            - {prompt: RMSE, match: Regression, why: Numbers.}
            - {prompt: MAE, match: Regression, why: Numbers too.}
            - {prompt: F1, match: Classification, why: Classes.}
          explanation: Metrics follow tasks.
          sources: [https://example.org/d]
          checked: 2026-11-21
      """;

  private final Path questions;

  private TestPack(Path questions) {
    this.questions = questions;
  }

  /** Writes the pack into the folder {@code x-1} of a questions folder. */
  static TestPack in(Path questions) {
    return new TestPack(questions)
        .write("x-1/exam.yaml", EXAM)
        .write("x-1/data.yaml", DATA)
        .write("x-1/modeling.yaml", MODELING);
  }

  TestPack write(String file, String text) {
    try {
      Files.createDirectories(questions.resolve(file).getParent());
      Files.writeString(questions.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first occurrence of a text that must be there. */
  TestPack edit(String file, String from, String to) {
    try {
      String text = Files.readString(questions.resolve(file));
      int at = text.indexOf(from);
      if (at < 0) {
        throw new IllegalArgumentException(file + " lacks " + from);
      }
      return write(file, text.substring(0, at) + to + text.substring(at + from.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Bank load() {
    return Bank.load(questions);
  }

  List<String> problems() {
    return load().problems().stream().map(Problem::toString).toList();
  }
}
