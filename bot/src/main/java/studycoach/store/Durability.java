package studycoach.store;

import org.jdbi.v3.core.config.JdbiConfig;

/**
 * How safe a change is when the call that commits it returns: on the disk, unless its handle says
 * otherwise. H2 alone asks; a PostgreSQL always sees to the disk.
 */
public final class Durability implements JdbiConfig<Durability> {
  private boolean synced = true;

  /** For {@link org.jdbi.v3.core.config.JdbiConfig Jdbi}, which makes it. */
  public Durability() {}

  /**
   * Spares the wait for the disk: the change outlives the process, but not a power cut in the next
   * seconds. For what can be found out again.
   */
  public void written() {
    synced = false;
  }

  boolean isSynced() {
    return synced;
  }

  @Override
  public Durability createCopy() {
    Durability copy = new Durability();
    copy.synced = synced;
    return copy;
  }
}
