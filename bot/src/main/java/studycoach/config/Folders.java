package studycoach.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the folders that are set can be used. */
public final class Folders {
  private Folders() {}

  /**
   * Looks at them and changes nothing.
   *
   * @param wrong where a line is added for each that can't be used
   */
  public static void check(Settings settings, List<String> wrong) {
    if (!canBeWritten(settings.dataFolder())) {
      wrong.add(
          "data (COACH_DATA_DIR): the folder "
              + settings.dataFolder()
              + " can't be written to by this user; name one that can, e.g. data");
    }
    settings
        .backups()
        .folder()
        .filter(folder -> !canBeWritten(folder))
        .ifPresent(
            folder ->
                wrong.add(
                    "backup.folder (COACH_BACKUP_FOLDER): the folder "
                        + folder
                        + " can't be written to by this user; name one that can, or none"));
    if (!Files.isDirectory(settings.questionsFolder())) {
      wrong.add(
          "questions (COACH_QUESTIONS_DIR): there is no folder "
              + settings.questionsFolder()
              + "; name the one that holds a folder for each exam, e.g. questions");
    }
  }

  /** One that is not there will be made in the nearest that is. */
  private static boolean canBeWritten(Path folder) {
    @Nullable Path nearest = folder.toAbsolutePath();
    while (nearest != null && Files.notExists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest != null && Files.isDirectory(nearest) && Files.isWritable(nearest);
  }
}
