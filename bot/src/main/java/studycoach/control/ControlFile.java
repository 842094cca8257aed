package studycoach.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a running bot is asked, and the key that it wants: the file {@code coach.control} of its
 * data folder. Only its owner may read it; where files have no such permissions, those of the
 * folder hold.
 *
 * @param port on loopback
 * @param key 256 random bits, in hexadecimal digits
 */
record ControlFile(int port, String key) {
  private static final String NAME = "coach.control";
  private static final int KEY_BYTES = 32;
  private static final int HIGHEST_PORT = 65_535;
  private static final int LARGEST = 100;
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,5}) ([0-9a-f]{64})\n");

  static ControlFile withNewKey(int port) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new ControlFile(port, HexFormat.of().formatHex(key));
  }

  static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /** Empty if there is none, or none that can be read. */
  static Optional<ControlFile> read(Path folder) {
    try (InputStream in = Files.newInputStream(in(folder))) {
      String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
      Matcher matcher = TEXT.matcher(text);
      return Optional.of(matcher)
          .filter(Matcher::matches)
          .map(found -> new ControlFile(Integer.parseInt(found.group(1)), found.group(2)))
          .filter(file -> file.port > 0 && file.port <= HIGHEST_PORT);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Puts it in its place whole, in place of one that was left there. */
  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(NAME + ".new");
    Files.deleteIfExists(fresh);
    try (SeekableByteChannel out =
        Files.newByteChannel(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            onlyForTheOwner(folder))) {
      ByteBuffer text = ByteBuffer.wrap((port + " " + key + "\n").getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        out.write(text);
      }
    }
    Files.move(
        fresh, in(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] onlyForTheOwner(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Takes it away, unless another process has put its own there. */
  void delete(Path folder) throws IOException {
    if (read(folder).filter(this::equals).isPresent()) {
      Files.deleteIfExists(in(folder));
    }
  }

  /** What stands in the header {@code Authorization}. */
  String authorization() {
    return "Bearer " + key;
  }

  /** Compares in a time that tells nothing about the key. */
  boolean admits(String authorization) {
    return MessageDigest.isEqual(
        authorization().getBytes(StandardCharsets.UTF_8),
        authorization.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "port " + port;
  }
}
