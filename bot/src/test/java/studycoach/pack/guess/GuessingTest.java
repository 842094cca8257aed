package studycoach.pack.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuessingTest {
  private static final String COMBINED = "all combined";
  private static final List<String> WORDS =
      List.of(
          "bucket",
          "stream",
          "model",
          "Amazon",
          "S3",
          "all",
          "never",
          "vector",
          "12",
          "store",
          "layer",
          "metric",
          "tree,",
          "queue",
          "cluster;",
          "label",
          "Glue",
          "batch",
          "token",
          "index");

  private final Random random = new Random(11);

  /** What a made-up author does to keys. */
  enum GiveAway {
    LONGEST("the longest option", " beside quiet meadows there"),
    STEM_WORDS("most words of the stem", " harbour pilots winter"),
    NAMES("most digits and names", " Zurich 7 Oslo 8 Rome 9 Bern 11");

    private final String guesser;
    private final String added;

    GiveAway(String guesser, String added) {
      this.guesser = guesser;
      this.added = added;
    }
  }

  private Item item(String addedToKeys, String addedToOthers, int options, int keyCount) {
    List<Boolean> keys =
        new ArrayList<>(IntStream.range(0, options).mapToObj(at -> at < keyCount).toList());
    Collections.shuffle(keys, random);
    return new Item(
        "In winter the pilots of a harbour ask which store to use: " + words(12) + "?",
        keys.stream().map(key -> words(8) + (key ? addedToKeys : addedToOthers)).toList(),
        keys);
  }

  private String words(int count) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private List<Item> items(int count, String addedToKeys, String addedToOthers) {
    return Stream.generate(() -> item(addedToKeys, addedToOthers, 4, 1)).limit(count).toList();
  }

  private static Estimate estimate(List<Item> items, String guesser) {
    return new Guessing(items)
        .estimates().stream()
            .filter(estimate -> estimate.guesser().equals(guesser))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void eachGuesserFindsItsGiveAway(GiveAway planted) {
    List<Item> items = items(150, planted.added, "");

    assertThat(estimate(items, planted.guesser).score()).isGreaterThan(0.85);
    assertThat(estimate(items, COMBINED).score()).isGreaterThan(0.85);
  }

  @Test
  void whoAvoidsAbsolutesFindsModestKeys() {
    List<Item> items = items(150, "", " always and never, in all cases, only so, every time");

    assertThat(estimate(items, "fewest absolutes").score()).isGreaterThan(0.85);
  }

  @Test
  void whoPicksTheMiddleFindsKeysThatDistractorsAreMadeFrom() {
    List<Item> items =
        Stream.generate(
                () ->
                    List.of(
                        "alpha bravo charlie",
                        "alpha bravo delta",
                        "alpha echoes charlie",
                        "foxtrot bravo charlie"))
            .map(options -> new Item("Which?", options, List.of(true, false, false, false)))
            .limit(20)
            .toList();

    assertThat(estimate(items, "most like the others").score()).isEqualTo(1);
  }

  /** No guesser goes for the shortest option; the model learns it from the data. */
  @Test
  void combinedFindsAGiveAwayThatNobodyLookedFor() {
    List<Item> items = items(150, "", " beside quiet meadows there");

    assertThat(estimate(items, "the longest option").score()).isLessThan(0.1);
    assertThat(estimate(items, COMBINED).score()).isGreaterThan(0.9);
  }

  @Test
  void nobodyBeatsChanceWhereKeysAreDrawnByLot() {
    List<Item> items =
        Stream.concat(
                items(600, "", "").stream(), Stream.generate(() -> item("", "", 5, 2)).limit(300))
            .toList();
    double chance = (600 * 0.25 + 300 * 0.1) / 900;

    assertThat(new Guessing(items).estimates())
        .hasSize(Cue.values().length + 1)
        .allSatisfy(
            estimate -> {
              assertThat(estimate.score()).isCloseTo(chance, within(0.04));
              assertThat(estimate.aboveChance()).isCloseTo(estimate.score() - chance, within(1e-9));
              assertThat(chance).isBetween(estimate.low(), estimate.high());
            });
  }

  /** Who learns from twenty questions and is asked the same ones again knows half of them. */
  @Test
  void combinedIsAskedOnlyWhatItHasNotLearntFrom() {
    double mean =
        IntStream.range(0, 20)
            .mapToDouble(bank -> estimate(items(20, "", ""), COMBINED).score())
            .average()
            .orElseThrow();

    assertThat(mean).isLessThan(0.31);
  }

  @Test
  void theSameItemsGiveTheSameNumbers() {
    List<Item> items = items(30, "", "");

    assertThat(new Guessing(items).lines()).isEqualTo(new Guessing(items).lines());
  }

  /** Newcombe (1998), table I: 81 of 263 gives Wilson limits of 0.2553 and 0.3662. */
  @Test
  void intervalsAreWilsons() {
    double[] scores = new double[263];
    Arrays.fill(scores, 0, 81, 1);

    Estimate estimate = Estimate.of("", scores, 0.25);

    assertThat(estimate.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(estimate.high()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void aSingleItemIsTooLittleToLearnFrom() {
    assertThat(new Guessing(items(1, "", "")).estimates()).isEmpty();
    assertThat(new Guessing(List.of()).lines()).hasSize(2);
  }

  @Test
  void theTableFitsATerminal() {
    assertThat(new Guessing(items(20, "", "")).lines())
        .hasSize(Cue.values().length + 3)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
