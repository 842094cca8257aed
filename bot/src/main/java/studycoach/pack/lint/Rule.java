package studycoach.pack.lint;

import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.yaml.Problem;

/** One kind of flaw that can be seen without knowing the subject. */
interface Rule {

  /** Every place in the bank with this flaw, in any order. */
  Stream<Problem> findings(PlacedBank bank);
}
