package studycoach.store;

import java.util.Optional;

/**
 * What becomes of a database's tables when it is opened. One of a newer release is refused in any
 * case.
 */
public final class Migration {
  private final Optional<SchemaVersion> upTo;
  private final Precaution precaution;
  private final boolean allowed;

  private Migration(Optional<SchemaVersion> upTo, Precaution precaution, boolean allowed) {
    this.upTo = upTo;
    this.precaution = precaution;
    this.allowed = allowed;
  }

  /** Up to this release, after a precaution. */
  public static Migration after(Precaution precaution) {
    return new Migration(Optional.empty(), precaution, true);
  }

  /** Up to this release, without further ado. */
  public static Migration atOnce() {
    return after((old, next) -> {});
  }

  /**
   * Tables of a version, so that what a database of that version holds fits in. Those of an older
   * one are refused.
   */
  public static Migration upTo(SchemaVersion version) {
    return new Migration(Optional.of(version), Migration::refuse, true);
  }

  private static void refuse(Database old, SchemaVersion next) {
    throw new StoreException("The database has tables of an older release. Name a new one.");
  }

  /** The database stays as it is, and none is made. */
  public static Migration none() {
    return new Migration(Optional.empty(), (old, next) -> {}, false);
  }

  Optional<SchemaVersion> upTo() {
    return upTo;
  }

  Precaution precaution() {
    return precaution;
  }

  boolean isAllowed() {
    return allowed;
  }
}
