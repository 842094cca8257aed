package studycoach.testing;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For processes of their own; under Maven the present one's is not the system property's. */
public final class ClassPath {
  private ClassPath() {}

  public static String all() {
    return entries().collect(Collectors.joining(File.pathSeparator));
  }

  /** Without the tests. */
  public static String ofTheProgram() {
    return entries()
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> entries() {
    return ClassPath.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs()).map(url -> path(url.toString()))
        : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1));
  }

  /** Without the slash at the end that a folder's address has. */
  private static String path(String url) {
    return Path.of(URI.create(url)).toString();
  }
}
