package studycoach.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the bot can keep its files, and has room for more. */
public record DataFolderCheck(Path folder, FreeSpace space) implements Check {
  private static final long MB = 1_000_000;
  private static final long LITTLE = 500 * MB;
  private static final long TOO_LITTLE = 50 * MB;

  @Override
  public String title() {
    return "data folder";
  }

  @Override
  public List<Remark> remarks() {
    Optional<Path> nearest = nearest();
    if (nearest.isEmpty() || !Files.isDirectory(nearest.get())) {
      return List.of(
          Remark.error(
              nearest.map(Path::toString).orElse("The root of " + folder) + " is no folder",
              "take it away, or set another with COACH_DATA_DIR"));
    }
    List<Remark> remarks = new ArrayList<>();
    remarks.add(access(nearest.get()));
    try {
      remarks.add(room(space.around(nearest.get())));
    } catch (IOException e) {
      remarks.add(Remark.note("The file system does not tell how much room there is", ""));
    }
    return remarks;
  }

  /** The folder itself, or the one in which it would be made. */
  private Optional<Path> nearest() {
    @Nullable Path nearest = folder.toAbsolutePath();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return Optional.ofNullable(nearest);
  }

  private Remark access(Path nearest) {
    String user = System.getProperty("user.name", "");
    String owner = owner(nearest);
    if (!Files.isWritable(nearest)) {
      return Remark.error(
          "%s can't be written to by %s; it belongs to %s".formatted(nearest, user, owner),
          "have that user run the bot, give this one the folder, or set another"
              + " (COACH_DATA_DIR)");
    }
    if (!Files.exists(folder)) {
      return Remark.ok(folder + " is not there yet; the bot makes it when it first starts");
    }
    return owner.equals(user)
        ? Remark.ok(folder + " can be written to; it belongs to " + owner)
        : Remark.note(
            "%s can be written to; it belongs to %s, and this is %s".formatted(folder, owner, user),
            "run the bot always as the same user, so that it can read what it has written");
  }

  private static String owner(Path nearest) {
    try {
      return Files.getOwner(nearest).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "somebody unknown";
    }
  }

  private static Remark room(long bytes) {
    String free = bytes / MB + " MB are free on its disk";
    if (bytes < TOO_LITTLE) {
      return Remark.error(
          free, "make room, at least 500 MB: answers can't be kept when the disk is full");
    }
    return bytes < LITTLE
        ? Remark.warning(free, "make room before it is full: 500 MB are enough for long")
        : Remark.ok(free);
  }
}
