package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.config.Settings;
import studycoach.testing.MutableClock;

class RateLimitTest {
  private static final Origin AMIRA = direct("U1");
  private static final Origin BEN = direct("U2");
  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final RateLimit limit = limit(3, 1_000, 1_000);

  private RateLimit limit(int person, int channel, int workspace) {
    return RateLimit.of(person, channel, workspace, Duration.ofSeconds(30), clock);
  }

  private static Origin direct(String user) {
    return new Origin(new UserRef("slack", "T1", user), user, Optional.empty(), false);
  }

  private static Origin in(String workspace, String channel, int user) {
    return new Origin(
        new UserRef("discord", "discord", "U" + user),
        "",
        Optional.of(new ChannelRef("discord", workspace, channel)),
        false);
  }

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

  @Test
  void aNoisyChannelLeavesTheOthersAlone() {
    RateLimit two = limit(3, 2, 1_000);
    two.take(in("W", "noisy", 1));
    two.take(in("W", "noisy", 2));

    refuses(
        two,
        in("W", "noisy", 3),
        "Very much is going on in this channel just now. Try again in 15 seconds.");
    two.take(in("W", "calm", 3));
    two.take(direct("U3"));
    clock.advance(Duration.ofSeconds(15));
    two.take(in("W", "noisy", 4));
  }

  @Test
  void aNoisyWorkspaceLeavesTheOthersAlone() {
    RateLimit two = limit(3, 1_000, 2);
    two.take(in("noisy", "a", 1));
    two.take(in("noisy", "b", 2));

    refuses(
        two, in("noisy", "c", 3), "Very much is going on here just now. Try again in 15 seconds.");
    two.take(in("calm", "a", 4));
  }

  @Test
  void directMessagesCountInTheWorkspaceToWhichAnAccountBelongs() {
    RateLimit one = limit(3, 1, 1);
    one.take(direct("U1"));
    refuses(one, direct("U2"), "going on here");

    for (int user = 0; user < 5; user++) {
      one.take(
          new Origin(new UserRef("discord", "discord", "U" + user), "", Optional.empty(), false));
    }
  }

  @Test
  void whoIsTooFastUsesUpNothingOfTheChannel() {
    RateLimit ten = limit(3, 10, 10);
    IntStream.range(0, 3).forEach(i -> ten.take(in("W", "c", 1)));
    IntStream.range(0, 100).forEach(i -> refuses(ten, in("W", "c", 1), "a little fast"));

    IntStream.range(0, 7).forEach(user -> ten.take(in("W", "c", 2 + user)));
    refuses(ten, in("W", "c", 9), "in this channel");
  }

  @Test
  void byDefaultAClassOfSixHundredGetsThrough() {
    Settings.Limits limits = Settings.read(Path.of("none"), Map.of()).limits();
    RateLimit usual =
        RateLimit.of(limits.actions(), limits.channel(), limits.workspace(), limits.per(), clock);

    IntStream.range(0, 600).forEach(user -> usual.take(in("W", "class", user)));
    clock.advance(Duration.ofMinutes(1));
    for (int press = 0; press < 10; press++) {
      IntStream.range(0, 600).forEach(user -> usual.take(in("W", "class", user)));
      clock.advance(Duration.ofSeconds(6));
    }
  }

  private void exhaust(Origin user) {
    for (int i = 0; i < 3; i++) {
      allows(user);
    }
  }

  private void allows(Origin user) {
    assertThatCode(() -> limit.take(user)).doesNotThrowAnyException();
  }

  private void refuses(Origin user, String text) {
    refuses(limit, user, text);
  }

  private static void refuses(RateLimit limit, Origin user, String text) {
    assertThatThrownBy(() -> limit.take(user))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(text);
  }
}
