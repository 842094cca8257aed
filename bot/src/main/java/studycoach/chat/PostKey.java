package studycoach.chat;

import java.util.regex.Pattern;

/**
 * Names one message of the outbox, for as long as it stands. Every such message carries it in the
 * action id of one of its controls, by which it is known again when its sending is in doubt.
 *
 * @param value {@code p} and a row's key in base 36, e.g. {@code p1z}
 */
public record PostKey(String value) {
  private static final Pattern FORM = Pattern.compile("p[0-9a-z]{1,13}");

  public PostKey {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no post key: " + value);
    }
  }

  /** Whether this may be the value of a key. */
  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  public static PostKey of(long row) {
    return new PostKey("p" + Long.toString(row, 36));
  }
}
