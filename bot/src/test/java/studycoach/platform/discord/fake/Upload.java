package studycoach.platform.discord.fake;

import java.util.Arrays;

/**
 * A file that came with a request.
 *
 * @param part the name of its part, {@code files[0]} for the one that the body calls 0
 * @param bytes one a character
 */
public record Upload(String part, String name, String bytes) {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  String id() {
    return part.replaceAll("\\D", "");
  }

  boolean isWhatItsNameSays() {
    return !name.endsWith(".png") || bytes.startsWith(PNG);
  }

  /** Whether these are its bytes. */
  public boolean holds(byte[] others) {
    return Arrays.equals(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), others);
  }
}
