package studycoach.pack.guess;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studycoach.pack.Pack;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedPack;
import studycoach.pack.lint.Table;
import studycoach.yaml.Problem;

/**
 * How well guessers do on a set of questions. Only questions with options count; the guesser knows
 * how many options are right, as the stem announces it.
 */
public final class Guessing {
  /** Questions in a pack from which on a guesser's success is a finding. */
  public static final int ENOUGH = 100;

  /** So that there is something to learn from while one is guessed. */
  private static final int FEWEST = 2;

  private static final double TOLERATED = 0.05;

  private final List<Item> items;
  private final double chance;

  Guessing(List<Item> items) {
    this.items = List.copyOf(items);
    this.chance = items.stream().mapToDouble(Item::chance).average().orElse(0);
  }

  /** Lets the guessers try the questions of all these packs together. */
  public static Guessing on(List<Pack> packs) {
    return new Guessing(packs.stream().flatMap(pack -> Item.of(pack).stream()).toList());
  }

  /** One for each cue, then all of them combined; none if there is too little to learn from. */
  List<Estimate> estimates() {
    if (items.size() < FEWEST) {
      return List.of();
    }
    Estimate combined = Estimate.of("all combined", new CombinedGuesser(items).scores(), chance);
    return Stream.concat(Stream.of(Cue.values()).map(this::by), Stream.of(combined)).toList();
  }

  private Estimate by(Cue cue) {
    double[] scores = items.stream().mapToDouble(item -> item.score(cue.of(item))).toArray();
    return Estimate.of(cue.label(), scores, chance);
  }

  /** A table with a row for each guesser, under one for blind guesses. */
  public List<String> lines() {
    Stream<List<String>> blind = Stream.of(List.of("chance", percent("%.1f %%", chance), "", ""));
    return new Table(
            List.of("guesser", "score", "95 % interval", "above chance"),
            Stream.concat(blind, estimates().stream().map(Guessing::row)).toList())
        .lines();
  }

  private static List<String> row(Estimate estimate) {
    return List.of(
        estimate.guesser(),
        percent("%.1f %%", estimate.score()),
        percent("%.1f", estimate.low()) + " to " + percent("%.1f %%", estimate.high()),
        percent("%+.1f points", estimate.aboveChance()));
  }

  private static String percent(String format, double share) {
    return String.format(Locale.ROOT, format, 100 * share);
  }

  /** Guessers that beat chance by more than five points on a pack of at least 100 questions. */
  public static List<Problem> findings(PlacedBank bank) {
    return bank.packs().stream()
        .filter(pack -> pack.questions().size() >= ENOUGH)
        .flatMap(Guessing::findings)
        .toList();
  }

  private static Stream<Problem> findings(PlacedPack placed) {
    return on(List.of(placed.pack())).estimates().stream()
        .filter(estimate -> estimate.aboveChance() > TOLERATED)
        .map(estimate -> placed.place().finding("code", message(estimate)));
  }

  private static String message(Estimate estimate) {
    return "keys give themselves away: who picks by '%s' scores %s, %s above chance"
        .formatted(
            estimate.guesser(),
            percent("%.1f %%", estimate.score()),
            percent("%.1f points", estimate.aboveChance()));
  }
}
