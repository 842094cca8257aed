package studycoach.pack.lint;

import static java.nio.file.Files.readString;
import static java.nio.file.Files.writeString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studycoach.pack.PlacedBank;
import studycoach.yaml.Problem;
import studycoach.yaml.Problems;

/** A questions folder in which the linter finds nothing, until a test spoils it. */
final class TestFolder {
  static final String DATA = "x-1/data.yaml";
  static final String MODELING = "x-1/modeling.yaml";
  static final String EXAM = "x-1/exam.yaml";
  static final String SERVICES = "services.yaml";

  private static final String GOOD_EXAM =
      """
      code: X-1
      name: Exam X
      status: open
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
          weight: 50
          tasks:
            - {id: "1.1", title: Store}
        - id: modeling
          name: Modeling
          weight: 50
          tasks:
            - {id: "2.1", title: Train}
      """;

  private static final String GOOD_DATA =
      """
      questions:
        - id: x-001
          task: "1.1"
          type: multiple_choice
          difficulty: easy
          services: []
          stem: A museum keeps scans that nobody opens for years. Where do they cost least?
          options:
            - {text: In an archive class of an object store, key: true, why: Cheap at rest.}
            - {text: On block volumes of a stopped machine, why: Paid by the size.}
            - {text: In a shared file system with backups, why: Paid twice.}
            - {text: On the local disks of small machines, why: Lost with them.}
          explanation: Archives cost little at rest. Reading from them takes hours.
          sources: [https://example.org/a]
          checked: 2026-11-21
        - id: x-002
          task: "1.1"
          type: multiple_response
          difficulty: hard
          services: []
          stem: Sensors of a dairy send a value a second. Which parts let two teams replay them? Choose TWO.
          options:
            - {text: A log that keeps records for a week, key: true, why: It can be read again.}
            - {text: A consumer group for either of them, key: true, why: Each reads by itself.}
            - {text: A queue that deletes what was handled, why: Gone is gone.}
            - {text: A cache with the newest record by key, why: One value stays.}
            - {text: A topic that pushes to an address once, why: It keeps nothing.}
          explanation: A log keeps what was read. A queue doesn't.
          sources: [https://example.org/b]
          checked: 2026-11-21
      """;

  private static final String GOOD_MODELING =
      """
      questions:
        - id: x-003
          task: "2.1"
          type: ordering
          difficulty: medium
          services: []
          stem: Put the steps in order.
          steps:
            - {text: Split the rows, why: First.}
            - {text: Train on one part, why: Then.}
            - {text: Test on the other, why: Last.}
          explanation: Test on what was not seen. Else the score is too good.
          sources: [https://example.org/c]
          checked: 2026-11-21
        - id: x-004
          task: "2.1"
          type: multiple_choice
          difficulty: medium
          services: []
          stem: A net fits its training rows well and fails on new ones. Which change may help it?
          options:
            - {text: A larger weight of the penalty, key: true, why: Smaller weights.}
            - {text: A smaller share of validation rows, why: That hides it.}
            - {text: A higher number of hidden units, why: That fits noise.}
            - {text: A longer schedule of the epochs, why: That fits noise too.}
          explanation: A gap between two scores is overfitting. Penalties narrow it.
          sources: [https://example.org/d]
          checked: 2026-11-21
      """;

  private static final String GOOD_SERVICES =
      """
      services:
        - names: [Blue Lake, BlueLake]
          status: renamed
          since: 2025-01-02
          now: Amazon Green Lake
          source: https://example.org/e
        - names: [Blue Lake Looker]
          status: shut_down
          now: Green Lake Viewer
          source: https://example.org/e
        - names: [Hill, Amazon Hill]
          alone: true
          status: renamed
          now: Amazon Hill AI
          source: https://example.org/e
        - names: [Old Green Lake]
          status: renamed
          now: Amazon Green Lake
          source: https://example.org/e
      """;

  private final Path folder;

  TestFolder(Path folder) {
    this.folder = folder;
    write(EXAM, GOOD_EXAM);
    write(DATA, GOOD_DATA);
    write(MODELING, GOOD_MODELING);
    write(SERVICES, GOOD_SERVICES);
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first occurrence of a text that must be there. */
  TestFolder edit(String file, String from, String to) {
    try {
      String text = readString(folder.resolve(file));
      int at = text.indexOf(from);
      if (at < 0) {
        throw new IllegalArgumentException(file + " lacks " + from);
      }
      write(file, text.substring(0, at) + to + text.substring(at + from.length()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PlacedBank bank() {
    return PlacedBank.load(folder);
  }

  List<Service> services() {
    return ServicesFile.read(folder.resolve(SERVICES), new Problems(SERVICES));
  }

  List<String> findings() {
    return Linter.findings(folder, bank()).stream().map(Problem::toString).toList();
  }
}
