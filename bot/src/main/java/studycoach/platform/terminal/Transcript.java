package studycoach.platform.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studycoach.chat.Control;

/**
 * What was posted in the room and how it was edited, one JSON object a line. It lies outside the
 * database, as a platform does: what was sent before a crash is there, whatever the database knows.
 */
final class Transcript implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final FileChannel file;
  private long end;

  private Transcript(FileChannel file, long end) {
    this.file = file;
    this.end = end;
  }

  /**
   * Opens the file, or begins it.
   *
   * @param notices takes what stands there, by number
   * @throws UncheckedIOException if it can't be read, or a line of it is none of ours
   */
  static Transcript open(Path path, Map<Long, Notice> notices) {
    try {
      byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      int whole = wholeLines(bytes);
      String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      Map<Long, Notice> read = new TreeMap<>();
      text.lines().forEach(line -> read(line, read));
      notices.putAll(read);
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new Transcript(file, whole);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the transcript " + path, e);
    }
  }

  /** Up to the last line break: a line without one was torn when the program was killed. */
  private static int wholeLines(byte[] bytes) {
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    return whole;
  }

  private static void read(String line, Map<Long, Notice> notices) {
    JsonNode json = parse(line);
    long number = json.path("number").asLong();
    List<String> text = List.of(json.path("text").asText().split("\n", -1));
    List<Control> controls = ControlJson.read(json.path("controls"));
    if (json.path("type").asText().equals("post")) {
      Notice post =
          new Notice(
              number,
              optional(json, "key"),
              optional(json, "audience"),
              optional(json, "under").map(Long::valueOf),
              true,
              text,
              controls);
      notices.put(number, post);
    } else {
      notices.computeIfPresent(number, (same, notice) -> notice.with(text, controls));
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no line of a transcript: " + line, e);
    }
  }

  private static Optional<String> optional(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
  }

  /**
   * @throws UncheckedIOException if the disk doesn't take it
   */
  void post(Notice notice) {
    ObjectNode json = JSON.createObjectNode().put("type", "post").put("number", notice.number());
    notice.key().ifPresent(key -> json.put("key", key));
    notice.audience().ifPresent(audience -> json.put("audience", audience));
    notice.under().ifPresent(parent -> json.put("under", parent));
    append(json, notice);
  }

  /**
   * @throws UncheckedIOException if the disk doesn't take it
   */
  void edit(Notice notice) {
    append(JSON.createObjectNode().put("type", "edit").put("number", notice.number()), notice);
  }

  private void append(ObjectNode json, Notice notice) {
    json.put("text", String.join("\n", notice.text()));
    notice
        .controls()
        .forEach(control -> json.withArray("/controls").add(ControlJson.write(control)));
    try {
      ByteBuffer line = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(json) + "\n");
      write(line);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the transcript", e);
    }
  }

  private void write(ByteBuffer line) throws IOException {
    if (file.size() > end) {
      file.truncate(end);
    }
    int length = line.remaining();
    while (line.hasRemaining()) {
      file.write(line, end + line.position());
    }
    file.force(false);
    end += length;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the transcript", e);
    }
  }
}
