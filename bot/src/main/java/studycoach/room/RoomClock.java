package studycoach.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The room's time. It stands still if it was set by hand, else it goes on with the system's, ahead
 * of it by as much as it was moved. It never goes back, and a file keeps it over a restart.
 */
final class RoomClock extends Clock {
  private final Path file;
  private final Clock system;
  private final boolean standing;
  private volatile Duration ahead;
  private volatile Instant stands;

  private RoomClock(Path file, Clock system, boolean standing, Instant start) {
    this.file = file;
    this.system = system;
    this.standing = standing;
    this.stands = start;
    this.ahead = Duration.between(system.instant(), start);
    keep();
  }

  /**
   * Takes up the clock of a room.
   *
   * @param at where it is to stand; unless it has been later already
   */
  static RoomClock open(Path file, Clock system, Optional<Instant> at) {
    Optional<Instant> kept = kept(file, system);
    Instant start = at.or(() -> kept).orElseGet(system::instant);
    Instant latest = kept.filter(moment -> moment.isAfter(start)).orElse(start);
    return new RoomClock(file, system, at.isPresent(), latest);
  }

  private static Optional<Instant> kept(Path file, Clock system) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file).strip();
      return Optional.of(
          text.startsWith("P") || text.startsWith("-P")
              ? system.instant().plus(Duration.parse(text))
              : Instant.parse(text));
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Moves on to a later moment. */
  void moveTo(Instant later) {
    if (later.isBefore(instant())) {
      throw new IllegalArgumentException("the clock never goes back to " + later);
    }
    stands = later;
    ahead = Duration.between(system.instant(), later);
    keep();
  }

  private void keep() {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, standing ? stands.toString() : ahead.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isStanding() {
    return standing;
  }

  @Override
  public Instant instant() {
    return standing ? stands : system.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
