package studycoach.store;

import java.io.IOException;
import java.nio.file.Path;

/** Holds the database of a folder until its input ends. */
public final class DatabaseHolder {
  private DatabaseHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.inFolder(Path.of(arguments[0]))) {
      System.out.println(database.isShared() ? "shared" : "open");
      int read = System.in.read();
      System.out.println(read);
    }
  }
}
