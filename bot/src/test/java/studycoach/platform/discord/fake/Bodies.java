package studycoach.platform.discord.fake;

import java.util.function.Consumer;

/** Bodies that Discord would not take are answered and remembered. */
final class Bodies {
  private Bodies() {}

  static void check(FakeDiscord discord, Request request, Consumer<Problems> rules) {
    var problems = new Problems();
    rules.accept(problems);
    if (!problems.none()) {
      discord.violated(request.method() + " " + request.path() + ": " + problems);
      throw new RestException(400, 50035, "Invalid Form Body", problems.tree());
    }
  }
}
