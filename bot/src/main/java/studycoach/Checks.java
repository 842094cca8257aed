package studycoach;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.chat.ChatAdapter;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.doctor.AbsentPlatform;
import studycoach.doctor.Archive;
import studycoach.doctor.Check;
import studycoach.doctor.ClockCheck;
import studycoach.doctor.DataFolderCheck;
import studycoach.doctor.DatabaseCheck;
import studycoach.doctor.FontsCheck;
import studycoach.doctor.Machine;
import studycoach.doctor.PacksCheck;
import studycoach.doctor.PlatformCheck;
import studycoach.doctor.PortsCheck;
import studycoach.doctor.RunningBot;
import studycoach.doctor.SecretsCheck;
import studycoach.doctor.SettingsCheck;
import studycoach.doctor.ZonesCheck;

/** All that a doctor looks at, in the order in which one thing depends on another. */
record Checks(
    Given given,
    Path config,
    Secrets secrets,
    Machine machine,
    Archive archive,
    RunningBot bot,
    List<ChatAdapter> adapters) {

  /**
   * The checks of a set-up.
   *
   * @param wrongSettings a line each
   * @param wrongSecrets likewise
   */
  List<Check> all(List<String> wrongSettings, List<String> wrongSecrets) {
    Settings settings = given.settings();
    List<String> wrong = Stream.concat(wrongSettings.stream(), wrongSecrets.stream()).toList();
    return List.of(
        new SettingsCheck(config, wrongSettings),
        new SecretsCheck(
            secrets,
            Stream.concat(Tokens.NAMES.stream(), PostgreSql.NAMES.stream()).toList(),
            wrongSecrets),
        new DataFolderCheck(settings.dataFolder(), machine.space()),
        new DatabaseCheck(archive, bot, !isAbout("COACH_DATABASE_", wrong)),
        new PacksCheck(settings.questionsFolder(), archive, bot),
        platform("discord", wrong),
        platform("slack", wrong),
        new ClockCheck(doors(wrong), machine.clock()),
        new ZonesCheck(
            Optional.ofNullable(machine.environment().get("TZ")), archive, bot, machine.clock()),
        new FontsCheck(machine.typeface()),
        new PortsCheck(ports(), bot));
  }

  private static boolean isAbout(String prefix, List<String> wrong) {
    return wrong.stream().anyMatch(line -> line.startsWith(prefix));
  }

  /**
   * Never asked where a setting is wrong: a token must not get to another server than it is for.
   */
  private Stream<ChatAdapter> usable(List<String> wrong) {
    return adapters.stream()
        .filter(any -> !isAbout(any.platform().toUpperCase(Locale.ROOT) + "_", wrong));
  }

  private Check platform(String name, List<String> wrong) {
    String prefix = name.toUpperCase(Locale.ROOT) + "_";
    boolean wanted =
        Tokens.NAMES.stream().anyMatch(each -> each.startsWith(prefix) && secrets.isSet(each));
    return usable(wrong)
        .filter(any -> any.platform().equals(name))
        .findFirst()
        .<Check>map(
            adapter ->
                new PlatformCheck(
                    adapter, Platforms.door(given.settings(), name), archive, bot, machine.clock()))
        .orElseGet(() -> new AbsentPlatform(name, wanted));
  }

  private Map<String, URI> doors(List<String> wrong) {
    Map<String, URI> doors = new LinkedHashMap<>();
    usable(wrong)
        .map(ChatAdapter::platform)
        .forEach(name -> doors.put(name, Platforms.door(given.settings(), name)));
    return doors;
  }

  private List<PortsCheck.Port> ports() {
    Settings settings = given.settings();
    List<PortsCheck.Port> ports = new ArrayList<>();
    ports.add(
        new PortsCheck.Port(
            "health", "HEALTH_PORT", settings.health().host(), settings.health().port()));
    if (given.tokens().slack().stream().anyMatch(app -> app.signingSecret().isPresent())) {
      ports.add(
          new PortsCheck.Port(
              "Slack's requests", "SLACK_PORT", settings.slack().host(), settings.slack().port()));
    }
    return ports;
  }
}
