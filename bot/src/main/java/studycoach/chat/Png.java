package studycoach.chat;

import java.util.Arrays;
import java.util.HexFormat;

/** A picture in PNG. A value: equal to another of the same bytes, and nobody can change it. */
public final class Png {
  /** A tenth of what the stricter platform takes. */
  public static final int MOST_BYTES = 1_000_000;

  private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");

  private final byte[] bytes;

  /**
   * @throws IllegalArgumentException if this is no PNG, or one of more than {@value #MOST_BYTES}
   *     bytes
   */
  public Png(byte[] bytes) {
    int same = Arrays.mismatch(bytes, SIGNATURE);
    if (same >= 0 && same < SIGNATURE.length) {
      throw new IllegalArgumentException("no PNG");
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("a picture of " + bytes.length + " bytes");
    }
    this.bytes = bytes.clone();
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Png png && Arrays.equals(bytes, png.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Png of " + bytes.length + " bytes";
  }
}
