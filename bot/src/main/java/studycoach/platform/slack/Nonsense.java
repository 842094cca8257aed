package studycoach.platform.slack;

import java.util.stream.Stream;

/** Why something that came in could not be read. */
final class Nonsense {
  private Nonsense() {}

  /** Kind and place of a failure on one line, without its message, which may quote people. */
  static String brief(Exception failure) {
    String kind = failure.getClass().getSimpleName();
    return Stream.of(failure.getStackTrace())
        .map(StackTraceElement::toString)
        .filter(place -> place.contains("studycoach"))
        .findFirst()
        .map(place -> kind + " at " + place)
        .orElse(kind);
  }
}
