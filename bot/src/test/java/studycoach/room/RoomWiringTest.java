package studycoach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.TallyCheck;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.testing.World;

/** What happens around a room while it is open. */
class RoomWiringTest {
  private static final Report EQUAL = new Report(List.of("Tallies equal the log."), true);

  @TempDir private Path folder;
  private final PlayedScreen screen = new PlayedScreen();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void copyThePack() throws IOException {
    Path pack = Files.createDirectories(packs().resolve("mls-c01"));
    try (Stream<Path> files = Files.list(World.questionsFolder().resolve("mls-c01"))) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(file.getFileName().toString()));
      }
    }
  }

  private Path packs() {
    return folder.resolve("questions");
  }

  private void visit() {
    Room.visit(
        new RoomOptions(
            folder.resolve("room"),
            packs(),
            "coach",
            Optional.of(Instant.parse("2026-03-16T07:00:00Z")),
            Optional.of(7L),
            "ann",
            ZoneId.of("UTC")),
        Clock.systemUTC(),
        nanos::get,
        UnaryOperator.identity(),
        complete -> screen);
  }

  /** Every stem of the pack begins with another word. */
  private void edit() {
    try (Stream<Path> files = Files.list(packs().resolve("mls-c01"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("stem: >-?\\n *", "$0Reworded. "));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
  }

  @Test
  void anEditIsDrawnWithoutARestartAndAnOpenDropKeepsItsWording() {
    screen.plan(
        () -> {
          edit();
          return "today";
        },
        output -> assertThat(output).contains("Your copy").doesNotContain("Reworded."));
    screen.plan(() -> "group post", output -> assertThat(output).contains("Reworded."));

    visit();

    assertThat(screen.typed()).hasSize(2);
  }

  private Optional<Report> ask() {
    return new ControlClient(folder.resolve("room"), Duration.ofMinutes(1)).ask(TallyCheck.NAME);
  }

  @Test
  void anOpenRoomChecksItsTalliesForAnotherProcessAndAClosedOneDoesNot() {
    screen.plan(
        () -> {
          assertThat(ask()).contains(EQUAL);
          return "/down 1h";
        },
        output -> assertThat(ask()).contains(EQUAL));

    visit();

    assertThat(screen.typed()).hasSize(1);
    assertThat(ask()).isEmpty();
  }
}
