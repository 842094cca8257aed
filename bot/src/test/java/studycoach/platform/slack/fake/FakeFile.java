package studycoach.platform.slack.fake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that was announced; from its upload on it has content, which is seen once it is shared.
 */
public final class FakeFile {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  final FakeWorkspace workspace;
  private final String id;
  private final String name;
  private final int length;
  private final String alt;
  private String content = "";
  private boolean shared;

  FakeFile(FakeWorkspace workspace, String name, int length, String alt) {
    this.workspace = workspace;
    this.id = workspace.slack.ids.next("F");
    this.name = name;
    this.length = length;
    this.alt = alt;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String alt() {
    return alt;
  }

  /** Whether it was uploaded with these bytes. */
  public boolean holds(byte[] bytes) {
    return Arrays.equals(content.getBytes(StandardCharsets.ISO_8859_1), bytes);
  }

  boolean isUploaded() {
    return !content.isEmpty();
  }

  /** Whether this is the content that was announced; one character a byte. */
  boolean fits(String uploaded) {
    return uploaded.length() == length && (!name.endsWith(".png") || uploaded.startsWith(PNG));
  }

  void uploaded(String bytes) {
    content = bytes;
  }

  /** Whether it was not shared before. */
  boolean share() {
    boolean first = !shared;
    shared = true;
    return first;
  }
}
