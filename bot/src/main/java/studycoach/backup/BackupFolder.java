package studycoach.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where daily backups are; their names tell when each was made, in UTC, and sort by it. */
record BackupFolder(Path folder) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern DAILY = Pattern.compile("coach-[0-9]{8}T[0-9]{6}Z\\.zip");
  private static final Duration SURELY_LEFT = Duration.ofDays(1);

  Path daily(Instant now) {
    return folder.resolve("coach-" + MOMENT.format(now) + ".zip");
  }

  Path before(String version, Instant now) {
    return folder.resolve("before-" + version + "-" + MOMENT.format(now) + ".zip");
  }

  /** Deletes all daily backups but the newest, and what killed processes have left. */
  void tidy(int keep, Instant now) throws IOException {
    Workplace.clear(folder, now.minus(SURELY_LEFT));
    List<Path> daily;
    try (Stream<Path> files = Files.list(folder)) {
      daily = files.filter(BackupFolder::isDaily).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path old : daily.stream().skip(keep).toList()) {
      Files.delete(old);
    }
  }

  private static boolean isDaily(Path file) {
    return DAILY.matcher(String.valueOf(file.getFileName())).matches();
  }
}
