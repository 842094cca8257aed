package studycoach.platform.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells requests of Slack's from others: HMAC-SHA256 with the app's signing secret over {@code
 * v0:time:body}, and not older than five minutes, as Slack's page on verifying requests says.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final SecretKeySpec secret;
  private final Clock clock;

  Signature(String secret, Clock clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** Whether Slack has sent this body a moment ago; in the same time for all wrong signatures. */
  boolean isGood(String time, String signature, byte[] body) {
    if (!SECONDS.matcher(time).matches()) {
      return false;
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant()).abs();
    return age.compareTo(LONGEST) <= 0
        && MessageDigest.isEqual(
            of(time, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private String of(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
