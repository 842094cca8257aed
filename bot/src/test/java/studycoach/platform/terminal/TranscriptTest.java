package studycoach.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ActionId;
import studycoach.chat.Control;

class TranscriptTest {
  private static final ActionId ID = ActionId.of("daily", "answer", "p1", "ü:%");
  private static final List<Control> CONTROLS =
      List.of(
          new Control.Button("A\n\u001b", ID),
          new Control.LinkButton("Source", URI.create("https://example.org/")),
          new Control.Select("Two", ID, List.of(choice("A"), choice("B"), choice("C")), 1, 2));
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("room.transcript.jsonl");
  }

  private static Control.SelectOption choice(String label) {
    return new Control.SelectOption(label, "value " + label);
  }

  private static Notice notice(long number, String text) {
    return new Notice(
        number,
        Optional.of("p1"),
        Optional.of("amira"),
        Optional.of(3L),
        true,
        List.of(text, "", "."),
        CONTROLS);
  }

  private Map<Long, Notice> read() {
    Map<Long, Notice> notices = new TreeMap<>();
    Transcript.open(path, notices).close();
    return notices;
  }

  private void write(Notice... posts) {
    try (Transcript transcript = Transcript.open(path, new TreeMap<>())) {
      List.of(posts).forEach(transcript::post);
    }
  }

  @Test
  void givesBackWhatWasPosted() {
    write(notice(1, "häuser 😀"));

    assertThat(read()).containsOnly(Map.entry(1L, notice(1, "häuser 😀")));
  }

  @Test
  void givesBackWhatWasEdited() {
    try (Transcript transcript = Transcript.open(path, new TreeMap<>())) {
      transcript.post(notice(1, "open"));
      transcript.edit(notice(1, "open").with(List.of("closed"), List.of()));
    }

    assertThat(read()).containsEntry(1L, notice(1, "").with(List.of("closed"), List.of()));
  }

  @Test
  void isOneLineAPost() throws IOException {
    write(notice(1, "one\ntwo"), notice(2, "three"));

    assertThat(Files.readString(path)).endsWith("}\n").hasLineCount(2);
  }

  @Test
  void cutsOffALineTornByAKill() throws IOException {
    write(notice(1, "one"), notice(2, "two"));
    byte[] whole = Files.readAllBytes(path);
    for (int torn = 1; torn < 40; torn++) {
      Files.write(path, Arrays.copyOf(whole, whole.length - torn));
      assertThat(read()).containsOnlyKeys(1L);
    }

    write(notice(2, "x"));

    assertThat(read()).containsEntry(1L, notice(1, "one")).containsEntry(2L, notice(2, "x"));
  }

  @Test
  void refusesAFileThatIsNone() throws IOException {
    Files.writeString(path, "Dear diary\n", StandardOpenOption.CREATE);

    assertThatThrownBy(this::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Dear diary");
  }

  @Test
  void leavesOutAControlThatCannotBeReadAnyMore() throws IOException {
    write(notice(1, "one"));
    Files.writeString(path, Files.readString(path).replace("\"min\":1", "\"min\":7"));

    assertThat(read().values()).allMatch(notice -> notice.controls().size() == 2);
  }
}
