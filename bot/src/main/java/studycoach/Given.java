package studycoach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studycoach.config.Folders;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.config.SettingsException;

/** All that an operator gives to a bot on chat platforms. */
record Given(Settings settings, Tokens tokens) {
  private static final String NO_TOKEN =
      "No chat platform is connected. Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN"
          + " (or …_FILE, the path of a file that holds it); the README says how to get them. To"
          + " try without: coach room";

  /**
   * Reads the settings and the tokens, and looks at the folders.
   *
   * @param config the file of settings, which may be absent
   * @throws SettingsException that names everything that is wrong, all at once
   */
  static Given read(Path config, Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Given given = read(config, environment, wrong, wrong);
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
    return given;
  }

  /**
   * The same, without what can't be used.
   *
   * @param settings where a line is added for each setting that is wrong
   * @param tokens likewise
   */
  static Given read(
      Path config, Map<String, String> environment, List<String> settings, List<String> tokens) {
    Settings read = Settings.read(config, environment, settings);
    Folders.check(read, settings);
    Secrets secrets = new Secrets(environment);
    if (!Tokens.isAnySet(secrets)) {
      tokens.add(NO_TOKEN);
    }
    return new Given(read, Tokens.of(secrets, tokens));
  }
}
