package studycoach.platform.slack.fake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a request is signed; an app takes only good ones, of real time. */
public enum Signature {
  GOOD,
  /** With another secret. */
  WRONG,
  /** Without the headers. */
  MISSING,
  /** Right, but six minutes old: somebody sends a recorded request. */
  STALE;

  Map<String, String> sign(FakeApp app, String body) {
    if (this == MISSING) {
      return Map.of();
    }
    long seconds = System.currentTimeMillis() / 1000 - (this == STALE ? 360 : 0);
    String secret = this == WRONG ? "another-secret" : app.signingSecret();
    return Map.of(
        "X-Slack-Request-Timestamp",
        Long.toString(seconds),
        "X-Slack-Signature",
        "v0=" + hmac(secret, "v0:" + seconds + ":" + body));
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
