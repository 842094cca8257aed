package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.testing.MutableClock;

class RateLimitTest {
  private static final UserRef AMIRA = new UserRef("slack", "T1", "U1");
  private static final UserRef BEN = new UserRef("slack", "T1", "U2");
  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final RateLimit limit = RateLimit.of(3, Duration.ofSeconds(30), clock);

  @Test
  void refusesWhatIsTooFastAndSaysHowLongToWait() {
    exhaust(AMIRA);

    refuses(AMIRA, "That is a little fast. Try again in 10 seconds.");
    clock.advance(Duration.ofMillis(9_500));
    refuses(AMIRA, "That is a little fast. Try again in 1 second.");
    clock.advance(Duration.ofMillis(500));
    allows(AMIRA);
    refuses(AMIRA, "10 seconds");
  }

  @Test
  void countsEachAccountAlone() {
    exhaust(AMIRA);

    allows(BEN);
  }

  @Test
  void forgetsNobodyTooEarly() {
    exhaust(AMIRA);
    clock.advance(Duration.ofMinutes(5));

    exhaust(AMIRA);
    refuses(AMIRA, "10 seconds");
  }

  @Test
  void locksNobodyOutWhenTheClockIsSetBack() {
    exhaust(AMIRA);
    clock.set(Instant.parse("2020-01-01T00:00:00Z"));

    refuses(AMIRA, "10 seconds");
    clock.advance(Duration.ofSeconds(10));
    allows(AMIRA);
  }

  @Test
  void mayBeNone() {
    for (int i = 0; i < 1000; i++) {
      RateLimit.none().take(AMIRA);
    }
  }

  private void exhaust(UserRef user) {
    for (int i = 0; i < 3; i++) {
      allows(user);
    }
  }

  private void allows(UserRef user) {
    assertThatCode(() -> limit.take(user)).doesNotThrowAnyException();
  }

  private void refuses(UserRef user, String text) {
    assertThatThrownBy(() -> limit.take(user))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(text);
  }
}
