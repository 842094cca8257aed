package studycoach.health;

/**
 * What a path answers.
 *
 * @param status of HTTP
 */
record Page(int status, String type, String text) {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String PLAIN = "text/plain; charset=utf-8";

  static Page good(String text) {
    return new Page(OK, PLAIN, text + "\n");
  }

  static Page bad(String text) {
    return new Page(UNAVAILABLE, PLAIN, text + "\n");
  }

  static Page of(String type, String text) {
    return new Page(OK, type, text);
  }
}
