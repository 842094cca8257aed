package studycoach.pack;

import java.util.List;
import java.util.stream.IntStream;

/** What a question puts to the learner besides its stem; positions count from 0 in pack order. */
public sealed interface Body {

  /** How many options, steps or pairs. */
  int size();

  /**
   * Options to choose from.
   *
   * @param options 4 with one key, or 5 to 6 with two or three keys
   */
  record Choices(List<Option> options) implements Body {
    public Choices {
      options = List.copyOf(options);
    }

    @Override
    public int size() {
      return options.size();
    }

    /** Positions of the right options, ascending. */
    public List<Integer> keys() {
      return IntStream.range(0, options.size())
          .filter(position -> options.get(position).key())
          .boxed()
          .toList();
    }
  }

  /**
   * Steps to put in order.
   *
   * @param steps 3 to 5, in the right order
   */
  record Ordering(List<Step> steps) implements Body {
    public Ordering {
      steps = List.copyOf(steps);
    }

    @Override
    public int size() {
      return steps.size();
    }
  }

  /**
   * Prompts to be given their matches.
   *
   * @param pairs 3 to 7; two prompts may share the text of their match
   */
  record Matching(List<Pair> pairs) implements Body {
    public Matching {
      pairs = List.copyOf(pairs);
    }

    @Override
    public int size() {
      return pairs.size();
    }
  }

  /**
   * One option.
   *
   * @param key whether it is right
   * @param why CommonMark: the reason why it is right, or why it fails
   */
  record Option(String text, boolean key, String why) {}

  /** One step of a sequence, with the reason for its place. */
  record Step(String text, String why) {}

  /** A prompt with its right match, and the reason. */
  record Pair(String prompt, String match, String why) {}
}
