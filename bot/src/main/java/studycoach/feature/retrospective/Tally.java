package studycoach.feature.retrospective;

import studycoach.study.draw.Accuracy;

/**
 * How a question was answered in a week.
 *
 * @param question as a drop asked it
 * @param live whether that was in a live quiz
 */
record Tally(long question, String domain, boolean live, Accuracy accuracy) {
  long wrong() {
    return accuracy.answered() - accuracy.right();
  }
}
