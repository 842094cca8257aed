package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.testing.MutableClock;

class RateLimitPropertyTest {
  private static final int PERSON = 3;
  private static final int CHANNEL = 7;
  private static final int WORKSPACE = 12;
  private static final Duration PER = Duration.ofSeconds(10);

  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");

  /** Somebody does something, so many milliseconds after what was done before. */
  record Action(int after, Origin origin) {}

  private record Taken(Instant at, Origin origin) {}

  @Provide
  Arbitrary<List<Action>> actions() {
    Arbitrary<Integer> after =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.integers().between(0, 500)),
            Tuple.of(1, Arbitraries.integers().between(0, 12_000)));
    Arbitrary<Origin> origin =
        Combinators.combine(
                Arbitraries.integers().between(1, 6),
                Arbitraries.of("W1", "W2"),
                Arbitraries.of("a", "b", ""))
            .as(RateLimitPropertyTest::origin);
    return Combinators.combine(after, origin).as(Action::new).list().ofMaxSize(150);
  }

  private static Origin origin(int user, String workspace, String channel) {
    return new Origin(
        new UserRef("slack", workspace, "U" + user),
        "",
        Optional.of(channel)
            .filter(id -> !id.isEmpty())
            .map(id -> new ChannelRef("slack", workspace, workspace + id)),
        false);
  }

  private List<Taken> taken(List<Action> actions) {
    clock.set(Instant.EPOCH);
    RateLimit limit = RateLimit.of(PERSON, CHANNEL, WORKSPACE, PER, clock);
    List<Taken> taken = new ArrayList<>();
    for (Action action : actions) {
      clock.advance(Duration.ofMillis(action.after()));
      try {
        limit.take(action.origin());
        taken.add(new Taken(clock.instant(), action.origin()));
      } catch (UserError e) {
        assertThat(e.said()).contains("Try again in ");
      }
    }
    return taken;
  }

  @Property(tries = 200)
  void inNoSpanIsThereMoreThanTheLimitAndWhatGrowsBack(@ForAll("actions") List<Action> actions) {
    List<Taken> taken = taken(actions);

    keeps(taken, origin -> Optional.of(origin.user()), PERSON);
    keeps(taken, Origin::channel, CHANNEL);
    keeps(taken, Origin::workspace, WORKSPACE);
  }

  /** For any two actions of a key: those between, both included, against the time between. */
  private static <K> void keeps(List<Taken> taken, Function<Origin, Optional<K>> key, int limit) {
    taken.stream()
        .filter(one -> key.apply(one.origin()).isPresent())
        .collect(Collectors.groupingBy(one -> key.apply(one.origin())))
        .values()
        .forEach(ofKey -> keeps(ofKey.stream().map(Taken::at).toList(), limit));
  }

  private static void keeps(List<Instant> moments, int limit) {
    for (int from = 0; from < moments.size(); from++) {
      for (int to = from; to < moments.size(); to++) {
        long millis = Duration.between(moments.get(from), moments.get(to)).toMillis();
        assertThat(to - from + 1)
            .isLessThanOrEqualTo(limit + (int) (limit * millis / PER.toMillis()));
      }
    }
  }

  @Property(tries = 200)
  void whatGoesOnInOneWorkspaceTouchesNobodyInAnother(@ForAll("actions") List<Action> actions) {
    List<Action> alone = new ArrayList<>();
    int waited = 0;
    for (Action action : actions) {
      waited += action.after();
      if (isInFirst(action.origin())) {
        alone.add(new Action(waited, action.origin()));
        waited = 0;
      }
    }

    assertThat(taken(actions).stream().filter(one -> isInFirst(one.origin())).toList())
        .isEqualTo(taken(alone));
  }

  private static boolean isInFirst(Origin origin) {
    return origin.user().workspace().equals("W1");
  }
}
