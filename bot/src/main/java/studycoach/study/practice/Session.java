package studycoach.study.practice;

import java.util.Optional;
import studycoach.pack.Difficulty;

/**
 * A series of questions that somebody practises.
 *
 * @param home of the account whose it is; only that account goes on with it
 * @param group whose exam it was when it was asked for
 * @param begun false if it was only offered, beside another one that is not finished
 */
public record Session(long id, long home, long group, Wish wish, boolean begun, boolean ended) {

  /**
   * What somebody wants to practise.
   *
   * @param kind what for
   * @param exam its code
   * @param domain the id of the only one
   * @param difficulty the only one
   * @param questions how many at most; none if they have done all that they wanted today
   * @param againOf the session whose missed questions are the only ones
   */
  public record Wish(
      Kind kind,
      String exam,
      Optional<String> domain,
      Optional<Difficulty> difficulty,
      int questions,
      Optional<Long> againOf) {

    /** The same, of no more questions than there are. */
    public Wish atMost(int most) {
      return new Wish(kind, exam, domain, difficulty, Math.min(questions, most), againOf);
    }

    /** What was missed in a session that was wished for like this. */
    public Wish again(long session) {
      return new Wish(kind, exam, domain, difficulty, questions, Optional.of(session));
    }
  }
}
