package studycoach.store;

/** What is done with a database of an older release before its tables are changed. */
@FunctionalInterface
public interface Precaution {
  /**
   * Is done before anything is changed.
   *
   * @param old as the older release has left it
   * @param next what it will be brought to
   * @throws StoreException so that nothing is changed; the message says what to do
   */
  void before(Database old, SchemaVersion next);
}
