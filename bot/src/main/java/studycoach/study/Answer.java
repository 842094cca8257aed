package studycoach.study;

import java.util.List;

/**
 * What a learner chose, in positions of the pack (never of the screen), from 0.
 *
 * @param picks for a multiple choice or response the chosen options, ascending; for an ordering the
 *     step put first, second …; for a matching the pair whose match was given to prompt 0, 1 …
 */
public record Answer(List<Integer> picks) {
  public Answer {
    picks = List.copyOf(picks);
    if (picks.stream().anyMatch(pick -> pick < 0)) {
      throw new IllegalArgumentException("negative position in " + picks);
    }
  }
}
