package studycoach.store;

import org.flywaydb.core.api.MigrationVersion;

/**
 * The version at which a migration leaves the tables, e.g. {@code 20261121.1700}; later ones are
 * greater.
 */
public record SchemaVersion(String text) implements Comparable<SchemaVersion> {
  @Override
  public int compareTo(SchemaVersion other) {
    return MigrationVersion.fromVersion(text).compareTo(MigrationVersion.fromVersion(other.text));
  }

  @Override
  public String toString() {
    return text;
  }
}
