package studycoach.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** How one-time codes read: eight of 32 characters, of which no two look alike. */
final class CodeText {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;

  private CodeText() {}

  /** A new one, e.g. {@code 7KQM-X2PD}. */
  static String draw(Random random) {
    String drawn =
        random
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
            .collect(Collectors.joining());
    return drawn.substring(0, LENGTH / 2) + "-" + drawn.substring(LENGTH / 2);
  }

  /** The SHA-256 of a code in hexadecimal digits, however it was typed. */
  static String hash(String typed) {
    String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
