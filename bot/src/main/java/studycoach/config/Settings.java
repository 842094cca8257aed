package studycoach.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.yaml.Problem;
import studycoach.yaml.Problems;
import studycoach.yaml.YamlFile;
import studycoach.yaml.YamlMap;

/**
 * All settings. See {@code config/coach.yaml} for each one's meaning, range and default.
 *
 * @param command the word after the slash
 * @param dataFolder where the room's files are, and the database if no other is set
 * @param database a PostgreSQL in place of the file in the data folder
 * @param questionsFolder where the packs are
 * @param discord how Discord is reached
 * @param slack how Slack is reached
 * @param health where the bot tells of itself
 * @param backups what is backed up by itself
 * @param log how what happens is written on the console
 * @param processes how many share the work on one PostgreSQL, each with its part of a platform's
 *     pace
 * @param limits how much may be done in a while
 */
public record Settings(
    String command,
    Path dataFolder,
    Optional<PostgreSql> database,
    Path questionsFolder,
    Discord discord,
    Slack slack,
    Health health,
    Backups backups,
    Log log,
    int processes,
    Limits limits) {
  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
  private static final int MOST_ACTIONS = 1_000;
  private static final int MOST_IN_CHANNEL = 100_000;
  private static final int MOST_IN_WORKSPACE = 1_000_000;
  private static final int LONGEST_SECONDS = 3_600;
  private static final int MOST_SHARDS = 1_000;
  private static final int MOST_PROCESSES = 100;

  private static final String DEFAULT_COMMAND = "coach";
  private static final String DEFAULT_DATA = "data";
  private static final String DEFAULT_QUESTIONS = "questions";
  private static final String DEFAULT_HOST = "0.0.0.0";
  private static final int DEFAULT_PORT = 3_000;
  private static final int MOST_PORT = 65_535;
  private static final String DEFAULT_HEALTH_HOST = "127.0.0.1";
  private static final int DEFAULT_HEALTH_PORT = 9_464;
  private static final int DEFAULT_ACTIONS = 20;
  private static final int DEFAULT_IN_CHANNEL = 3_000;
  private static final int DEFAULT_IN_WORKSPACE = 9_000;
  private static final int DEFAULT_SECONDS = 30;

  /**
   * How Discord is reached.
   *
   * @param api another server in place of Discord's own, ending in {@code /api/v10/}
   */
  public record Discord(Optional<URI> api, Shards shards) {}

  /**
   * How many connections share Discord's servers, and which of them this process has.
   *
   * @param total in all processes; 0: what Discord recommends, all of them here
   * @param first of those here, from 0
   * @param last of those here
   */
  public record Shards(int total, int first, int last) {
    private static final Pattern HERE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

    /** All of them. */
    public static Shards all(int total) {
      return new Shards(total, 0, Math.max(0, total - 1));
    }

    /**
     * @param here e.g. {@code 0-1} or {@code 2}; all if empty
     * @param wrong where a line is added if there are none such
     */
    static Shards of(int total, String here, List<String> wrong) {
      if (here.isBlank()) {
        return all(total);
      }
      Matcher range = HERE.matcher(here.strip());
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first <= last && last < total) {
          return new Shards(total, first, last);
        }
      }
      wrong.add(
          "discord.here (DISCORD_SHARDS_HERE): must be some of the shards that discord.shards"
              + " (DISCORD_SHARDS) counts, from 0, e.g. 0-1 of 4");
      return all(total);
    }
  }

  /**
   * How Slack is reached, and how it reaches us where it sends requests by HTTP.
   *
   * @param api another server in place of Slack's own, ending in {@code /api/}
   * @param host the address on which requests are heard
   * @param port 0 for any
   */
  public record Slack(Optional<URI> api, String host, int port) {}

  /**
   * Where the bot tells of its health and shows its metrics.
   *
   * @param host the address on which it is asked
   * @param port 0 for any
   */
  public record Health(String host, int port) {}

  /** How what happens is written on the console. */
  public enum Log {
    /** A line for people. */
    TEXT("CONSOLE"),
    /** One object on each line. */
    JSON("JSON");

    private final String appender;

    Log(String appender) {
      this.appender = appender;
    }

    /** Its name in {@code logback.xml}. */
    public String appender() {
      return appender;
    }
  }

  /**
   * How many commands and clicks there may be in a while.
   *
   * @param actions of one person
   * @param channel of all people in one channel; by default 600 of them may answer in one second,
   *     or press ten times each in one minute
   * @param workspace of all people in one workspace or server
   * @param per the while
   */
  public record Limits(int actions, int channel, int workspace, Duration per) {}

  /**
   * Reads the settings; the environment goes before the file, the file before the defaults.
   *
   * @param file may be absent
   * @throws SettingsException that names everything that is wrong, all at once
   */
  public static Settings read(Path file, Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Settings settings = read(file, environment, wrong);
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
    return settings;
  }

  /**
   * The same, with the default in place of each setting that is wrong.
   *
   * @param wrong where a line is added for each of them
   */
  public static Settings read(Path file, Map<String, String> environment, List<String> wrong) {
    Problems problems = new Problems(file.toString());
    Optional<YamlMap> yaml = Files.exists(file) ? YamlFile.read(file, problems) : Optional.empty();
    yaml.ifPresent(
        map ->
            map.onlyKeys(
                "command",
                "data",
                "questions",
                "discord",
                "slack",
                "health",
                "log",
                "processes",
                "limits",
                "backup"));
    Optional<YamlMap> discord = section(yaml, "discord", "shards", "here");
    Optional<YamlMap> slack = section(yaml, "slack", "host", "port");
    Optional<YamlMap> health = section(yaml, "health", "host", "port");
    Optional<YamlMap> log = section(yaml, "log", "format");
    Optional<YamlMap> limits =
        section(yaml, "limits", "actions", "channel", "workspace", "seconds");
    Optional<YamlMap> backup = section(yaml, "backup", "folder", "time", "keep");
    Source source = new Source(environment, wrong);
    Settings settings =
        new Settings(
            source.text("COACH_COMMAND", yaml, "command", DEFAULT_COMMAND),
            source.folder("COACH_DATA_DIR", yaml, "data", DEFAULT_DATA),
            PostgreSql.read(new Secrets(environment), wrong),
            source.folder("COACH_QUESTIONS_DIR", yaml, "questions", DEFAULT_QUESTIONS),
            new Discord(
                source.address("DISCORD_API_URL", "/api/v10/", "https://discord.com/api/v10/"),
                Shards.of(
                    source.number("DISCORD_SHARDS", discord, "shards", 0, 0, MOST_SHARDS),
                    source.text("DISCORD_SHARDS_HERE", discord, "here", ""),
                    wrong)),
            new Slack(
                source.address("SLACK_API_URL", "/api/", "https://slack.com/api/"),
                source.text("SLACK_HOST", slack, "host", DEFAULT_HOST),
                source.number("SLACK_PORT", slack, "port", DEFAULT_PORT, 0, MOST_PORT)),
            new Health(
                source.text("HEALTH_HOST", health, "host", DEFAULT_HEALTH_HOST),
                source.number("HEALTH_PORT", health, "port", DEFAULT_HEALTH_PORT, 0, MOST_PORT)),
            source.backups(backup),
            source.log("COACH_LOG_FORMAT", log, "format"),
            source.number("COACH_PROCESSES", yaml, "processes", 1, 1, MOST_PROCESSES),
            limits(source, limits));
    if (!COMMAND.matcher(settings.command).matches()) {
      wrong.add("command: must be lower-case letters and digits, e.g. coach");
    }
    if (settings.processes > 1 && settings.database.isEmpty()) {
      wrong.add(
          "processes (COACH_PROCESSES): several need a PostgreSQL: set COACH_DATABASE_URL, e.g. "
              + PostgreSql.EXAMPLE);
    }
    problems.list().stream().map(Problem::toString).forEach(wrong::add);
    return settings;
  }

  private static Optional<YamlMap> section(Optional<YamlMap> yaml, String name, String... keys) {
    Optional<YamlMap> section = yaml.filter(map -> map.has(name)).flatMap(map -> map.map(name));
    section.ifPresent(map -> map.onlyKeys(keys));
    return section;
  }

  private static Limits limits(Source source, Optional<YamlMap> limits) {
    return new Limits(
        source.number("COACH_LIMITS_ACTIONS", limits, "actions", DEFAULT_ACTIONS, 1, MOST_ACTIONS),
        source.number(
            "COACH_LIMITS_CHANNEL", limits, "channel", DEFAULT_IN_CHANNEL, 1, MOST_IN_CHANNEL),
        source.number(
            "COACH_LIMITS_WORKSPACE",
            limits,
            "workspace",
            DEFAULT_IN_WORKSPACE,
            1,
            MOST_IN_WORKSPACE),
        Duration.ofSeconds(
            source.number(
                "COACH_LIMITS_SECONDS", limits, "seconds", DEFAULT_SECONDS, 1, LONGEST_SECONDS)));
  }
}
