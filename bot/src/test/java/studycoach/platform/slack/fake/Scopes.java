package studycoach.platform.slack.fake;

import java.util.Map;

/** Which scope each event asks for. */
final class Scopes {
  private static final Map<String, String> OF_EVENT =
      Map.of(
          "app_mention", "app_mentions:read",
          "message.im", "im:history",
          "message.channels", "channels:history",
          "message.groups", "groups:history");

  private Scopes() {}

  static boolean hear(FakeApp app, String subscription) {
    String scope = OF_EVENT.getOrDefault(subscription, "");
    return scope.isEmpty() || app.may(scope);
  }
}
