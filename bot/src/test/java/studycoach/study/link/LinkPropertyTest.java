package studycoach.study.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.testing.TestDatabase;

/** Whatever two people have done, linking them and undoing it changes nothing. */
class LinkPropertyTest {
  private static final Map<TestDatabase, Bench> BENCHES = new EnumMap<>(TestDatabase.class);
  private static final int QUESTIONS = 6;
  private static int people;

  @AfterContainer
  static void close() {
    BENCHES.values().forEach(Bench::close);
    BENCHES.clear();
  }

  private enum Kind {
    ANSWERS,
    SEALS,
    ENDS,
    LEAVES
  }

  /** What one of them does about a question, and after how long. */
  private record Deed(Kind kind, boolean first, int question, boolean right, int minutes) {}

  @Provide
  Arbitrary<List<Deed>> history() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(8, Kind.ANSWERS),
                Tuple.of(6, Kind.SEALS),
                Tuple.of(2, Kind.ENDS),
                Tuple.of(1, Kind.LEAVES)),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2 * QUESTIONS - 1),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2))
        .as(Deed::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 60)
  void undoneIsAsIfNothingHadHappened(
      @ForAll TestDatabase kind, @ForAll("history") List<Deed> history) {
    Bench bench = BENCHES.computeIfAbsent(kind, Bench::new);
    people++;
    long one = bench.account("fake", "one" + people);
    long other = bench.account("other", "other" + people);
    List<Group> groups = List.of(bench.group("a" + people), bench.group("b" + people));
    // Each question is asked twice: in one group and again in the other.
    List<DropQuestion> questions =
        IntStream.range(0, 2 * QUESTIONS)
            .mapToObj(at -> bench.asks(groups.get(at % 2), "q" + at / 2))
            .toList();
    history.forEach(deed -> act(bench, deed, deed.first() ? one : other, questions));
    Map<String, List<String>> before = bench.dump();

    Link link = bench.links.join(one, other);
    assertThat(bench.tallies.differences()).isEmpty();
    bench.links.undo(link.id(), other);

    assertThat(bench.dump()).isEqualTo(before);
    assertThat(bench.tallies.differences()).isEmpty();
  }

  private static void act(Bench bench, Deed deed, long who, List<DropQuestion> questions) {
    bench.clock.advance(Duration.ofMinutes(deed.minutes()));
    DropQuestion question = questions.get(deed.question());
    switch (deed.kind()) {
      case ANSWERS -> bench.answers(who, question, deed.right());
      case SEALS -> bench.seals(who, question, deed.right());
      case ENDS -> bench.ends(question);
      case LEAVES -> bench.members.leave(question.group(), who, bench.clock.instant());
    }
  }
}
