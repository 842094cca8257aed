package studycoach.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.store.SchemaVersion;

/**
 * What stands at the head of a backup.
 *
 * @param schema the version of its tables
 * @param made when, UTC
 * @param fingerprint of all values in it, see {@code DatabaseCopy}
 */
record Header(SchemaVersion schema, Instant made, String fingerprint) {
  private static final String PRODUCT = "Study Coach backup ";
  private static final String FORMAT = PRODUCT + "1\n";
  private static final Pattern TEXT =
      Pattern.compile(FORMAT + "schema ([0-9.]+)\nmade (\\S+)\nfingerprint ([0-9a-f]{64})\n");

  /** Four lines. */
  String encode() {
    return FORMAT + "schema " + schema + "\nmade " + made + "\nfingerprint " + fingerprint + "\n";
  }

  /** Whether this is the head of a form that only later releases know. */
  static boolean isOfLaterForm(String text) {
    return text.startsWith(PRODUCT) && !text.startsWith(FORMAT);
  }

  /** Empty if it is none. */
  static Optional<Header> decode(String text) {
    Matcher found = TEXT.matcher(text);
    try {
      return found.matches()
          ? Optional.of(
              new Header(
                  new SchemaVersion(found.group(1)), Instant.parse(found.group(2)), found.group(3)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
