package studycoach.config;

/** A token or a key: never printed, never logged. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
