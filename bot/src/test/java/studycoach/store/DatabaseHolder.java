package studycoach.store;

import java.io.IOException;
import java.nio.file.Path;
import studycoach.testing.ClassPath;

/** Holds a folder and the database in it until its input ends. */
public final class DatabaseHolder {
  private DatabaseHolder() {}

  /** In a process of its own, which says {@code open} when it has both. */
  public static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            ClassPath.all(),
            DatabaseHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    AutoCloseable held = DataFolder.hold(folder);
    Database database = Database.inFolder(folder);
    System.out.println("open");
    int read = System.in.read();
    System.out.println(read);
    database.close();
    held.close();
  }
}
