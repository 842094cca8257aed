package studycoach.pack.guess;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import studycoach.pack.lint.Words;

/** A trait of an option's form that may give a key away. */
enum Cue {
  LENGTH("the longest option", (item, option) -> option.length()),
  STEM_WORDS("most words of the stem", (item, option) -> stemWords(item, option)),
  NAMES("most digits and names", (item, option) -> count("[0-9]+|(?<=\\s)[`\\p{Lu}]", option)),
  MODESTY("fewest absolutes", (item, option) -> -Words.absolutes(option)),
  LIKE_OTHERS("most like the others", Cue::likeOthers);

  private final String label;
  private final ToDoubleBiFunction<Item, String> measure;

  Cue(String label, ToDoubleBiFunction<Item, String> measure) {
    this.label = label;
    this.measure = measure;
  }

  /** What the guesser goes by, for people. */
  String label() {
    return label;
  }

  /** The trait of each option; the higher, the more of it. */
  double[] of(Item item) {
    return item.options().stream()
        .mapToDouble(option -> measure.applyAsDouble(item, option))
        .toArray();
  }

  private static double stemWords(Item item, String option) {
    return shared(Words.content(option), Words.content(item.stem()));
  }

  /** The share of an option's words that each of the others has, on average. */
  private static double likeOthers(Item item, String option) {
    Set<String> words = Words.content(option);
    List<String> others = item.options().stream().filter(other -> !other.equals(option)).toList();
    return others.stream().mapToLong(other -> shared(words, Words.content(other))).sum()
        / (double) Math.max(1, words.size());
  }

  private static long shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }

  private static double count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
