package studycoach.copy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studycoach.copy.Table.Column;

/**
 * What the rows of a table come to, in whatever order they are added: their number, and the sum of
 * the first 128 bits of each one's SHA-256, as two sums of 64 bits.
 */
final class Checksum {
  private final List<Column> columns;
  private final MessageDigest digest;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long rows;
  private long first;
  private long second;

  /** What was added so far. */
  record Sum(long rows, long first, long second) {}

  Checksum(List<Column> columns) {
    this.columns = columns;
    this.digest = sha256();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What tables come to together, as 64 hexadecimal digits. */
  static String of(SortedMap<String, Sum> tables) {
    String text =
        tables.entrySet().stream()
            .map(table -> table.getKey() + " " + table.getValue())
            .collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Adds a row.
   *
   * @param values one for each column
   */
  void add(@Nullable Object[] values) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(bytes(values)));
    rows++;
    first += hash.getLong();
    second += hash.getLong();
  }

  private byte[] bytes(@Nullable Object[] values) {
    bytes.reset();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        out.writeBoolean(value != null);
        if (value != null) {
          columns.get(i).kind().write(value, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Sum sum() {
    return new Sum(rows, first, second);
  }
}
