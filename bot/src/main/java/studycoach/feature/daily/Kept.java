package studycoach.feature.daily;

import studycoach.pack.Question;

/**
 * A question that was drawn ahead.
 *
 * @param domain the id of the one that the draw was counted for
 */
record Kept(String question, String domain) {

  static Kept of(Question question) {
    return new Kept(question.id(), question.domain());
  }

  /** Whether it still is what was drawn, though the pack may have been edited. */
  boolean is(Question candidate) {
    return candidate.id().equals(question) && candidate.domain().equals(domain);
  }
}
