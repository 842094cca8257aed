package studycoach.engine;

/** What platforms may tell more than once, and to more than one process. */
@FunctionalInterface
public interface Arrivals {

  /**
   * Does something unless it was done already, or is being done, here or elsewhere.
   *
   * @param key the same whenever it is told again
   */
  void once(String key, Runnable work);

  /** Nothing is told twice. */
  static Arrivals allNew() {
    return (key, work) -> work.run();
  }
}
