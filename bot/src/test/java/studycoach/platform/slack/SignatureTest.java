package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.testing.MutableClock;

/** With the example on Slack's page on verifying requests. */
class SignatureTest {
  private static final String TIME = "1531420618";
  private static final String GOOD =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
              + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
              + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(StandardCharsets.UTF_8);

  private final MutableClock clock = new MutableClock("2018-07-12T18:36:58Z");
  private final Signature signature = new Signature("8f742231b10e8888abcd99yyyzzz85a5", clock);

  @Test
  void whatSlackSignedIsGood() {
    assertThat(signature.isGood(TIME, GOOD, BODY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "v0=00", "v1=a2114d57", "ä"})
  void anythingElseIsNot(String other) {
    assertThat(signature.isGood(TIME, other, BODY)).isFalse();
    assertThat(signature.isGood(TIME, GOOD.toUpperCase(Locale.ROOT), BODY)).isFalse();
    assertThat(signature.isGood(TIME, GOOD, new byte[0])).isFalse();
    assertThat(signature.isGood("1531420619", GOOD, BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "1531420618.5", "99999999999999999999"})
  void aTimeThatIsNoneIsNotGood(String time) {
    assertThat(signature.isGood(time, GOOD, BODY)).isFalse();
  }

  @Test
  void fiveMinutesEitherWayAreTakenAndNoMore() {
    clock.set(clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(signature.isGood(TIME, GOOD, BODY)).isTrue();
    clock.set(clock.instant().plusSeconds(1));
    assertThat(signature.isGood(TIME, GOOD, BODY)).isFalse();
    clock.set(clock.instant().minus(Duration.ofMinutes(10)).minusSeconds(1));
    assertThat(signature.isGood(TIME, GOOD, BODY)).isTrue();
    clock.set(clock.instant().minusSeconds(1));
    assertThat(signature.isGood(TIME, GOOD, BODY)).isFalse();
  }
}
