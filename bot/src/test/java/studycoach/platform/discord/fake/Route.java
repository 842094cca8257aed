package studycoach.platform.discord.fake;

import java.util.function.Function;
import java.util.regex.Pattern;

/** What answers requests of one method to one form of path; a {@code *} stands for one part. */
record Route(Kind kind, String method, Pattern path, Function<Request, Answer> handler) {
  static Route of(Kind kind, String method, String path, Function<Request, Answer> handler) {
    return new Route(kind, method, Pattern.compile(path.replace("*", "[^/]+")), handler);
  }

  boolean matches(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && path.matcher(otherPath).matches();
  }
}
