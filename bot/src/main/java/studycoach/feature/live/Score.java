package studycoach.feature.live;

/**
 * How somebody does in a game.
 *
 * @param rank from 1; ties share one: 1, 2, 2, 4
 * @param points the game's own
 * @param answered how many questions
 */
record Score(int rank, long learner, int points, int right, int answered) {

  Score at(int other) {
    return new Score(other, learner, points, right, answered);
  }
}
