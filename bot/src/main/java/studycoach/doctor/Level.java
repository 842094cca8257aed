package studycoach.doctor;

/** How much a remark matters, from nothing to most. */
public enum Level {
  /** As it should be. */
  OK("ok    "),
  /** Worth knowing; the bot works all the same. */
  NOTE("note  "),
  /** Something will go wrong, or works only in part. */
  WARNING("WARN  "),
  /** The bot, or a part of it, can't work so. */
  ERROR("WRONG ");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** What a printed line begins with; of the same length for all. */
  String label() {
    return label;
  }

  /** Whether nothing needs to be done. */
  boolean isGood() {
    return compareTo(WARNING) < 0;
  }
}
