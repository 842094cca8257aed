package studycoach.platform.slack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import studycoach.chat.Command;

/** What Slack must know about the app: pasted where an app is made from a manifest. */
public final class SlackManifest {
  /** What the bot may do, and nothing more; each is needed. */
  static final List<String> SCOPES =
      List.of(
          "app_mentions:read", // mentions are command lines
          "channels:history", // a post in doubt is looked for
          "channels:read", // who made a channel; being invited
          "chat:write",
          "commands",
          "files:write", // pictures are sent as direct messages
          "groups:history",
          "groups:read",
          "im:history", // direct messages are command lines
          "im:write", // direct messages are opened
          "users:read"); // names, and who manages the workspace

  /** What Slack tells the bot. */
  private static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "member_joined_channel", "message.im");

  private static final String NAME = "Study Coach";
  private static final String DESCRIPTION =
      "Asks your study group an exam question every day and tells how ready you are";

  private SlackManifest() {}

  /**
   * The manifest in YAML.
   *
   * @param root the word after the slash
   * @param url where Slack reaches the bot by HTTP; empty for Socket Mode
   */
  public static String of(String root, List<Command> commands, Optional<URI> url) {
    Optional<String> address =
        url.map(base -> base.toString().replaceAll("/+$", "") + Entrance.PATH);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put(
        "display_information",
        ordered("name", NAME, "description", DESCRIPTION, "background_color", "#2c4a6e"));
    manifest.put("features", features(root, commands, address));
    manifest.put("oauth_config", ordered("scopes", ordered("bot", SCOPES)));
    manifest.put("settings", settings(address));
    DumperOptions style = new DumperOptions();
    style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    style.setWidth(1_000);
    style.setIndicatorIndent(2);
    style.setIndentWithIndicator(true);
    return new Yaml(style).dump(manifest);
  }

  private static Map<String, Object> features(
      String root, List<Command> commands, Optional<String> address) {
    Map<String, Object> command =
        ordered("command", "/" + root, "description", "Your study coach: /" + root + " help");
    command.put("usage_hint", hint(commands));
    command.put("should_escape", true);
    address.ifPresent(to -> command.put("url", to));
    return ordered(
        "app_home",
        ordered(
            "home_tab_enabled",
            true,
            "messages_tab_enabled",
            true,
            "messages_tab_read_only_enabled",
            false),
        "bot_user",
        ordered("display_name", NAME, "always_online", true),
        "slash_commands",
        List.of(command));
  }

  private static String hint(List<Command> commands) {
    return commands.stream()
        .map(Command::firstWord)
        .distinct()
        .collect(Collectors.joining(" | ", "[", "]"));
  }

  private static Map<String, Object> settings(Optional<String> address) {
    Map<String, Object> events = ordered("bot_events", EVENTS);
    Map<String, Object> interactivity = ordered("is_enabled", true);
    address.ifPresent(to -> events.put("request_url", to));
    address.ifPresent(to -> interactivity.put("request_url", to));
    return ordered(
        "event_subscriptions",
        events,
        "interactivity",
        interactivity,
        "org_deploy_enabled",
        false,
        "socket_mode_enabled",
        address.isEmpty(),
        "token_rotation_enabled",
        false);
  }

  /** Keys and values in turn. */
  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
