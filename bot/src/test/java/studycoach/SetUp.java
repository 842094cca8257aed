package studycoach;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import studycoach.config.PostgreSql;
import studycoach.doctor.FreeSpace;
import studycoach.doctor.Machine;
import studycoach.doctor.Typeface;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.testing.World;

/** What an operator has set up, all well at first, and what the doctor says of it. */
final class SetUp {
  private static final long PLENTY = 100_000_000_000L;

  private final Path data;
  private final Map<String, String> environment = new HashMap<>();
  private FreeSpace space = folder -> PLENTY;
  private Typeface typeface = text -> true;

  /** What was printed, and the exit status. */
  record Said(int status, String text) {

    /** What stands below a heading. */
    List<String> of(String title) {
      List<String> lines = text.lines().toList();
      return lines.stream()
          .skip(lines.indexOf(title) + 1L)
          .takeWhile(line -> line.startsWith("  "))
          .map(line -> line.substring(2))
          .toList();
    }

    /** The headings. */
    List<String> titles() {
      return text.lines().filter(line -> !line.startsWith(" ") && !line.endsWith(".")).toList();
    }
  }

  /**
   * A set-up without a platform.
   *
   * @param data the data folder
   */
  SetUp(Path data) {
    this.data = data;
    with("COACH_DATA_DIR", data).with("COACH_QUESTIONS_DIR", World.questionsFolder());
    with("HEALTH_PORT", 0);
  }

  SetUp with(String variable, Object value) {
    environment.put(variable, String.valueOf(value));
    return this;
  }

  SetUp without(String variable) {
    environment.remove(variable);
    return this;
  }

  SetUp on(FakeDiscord discord) {
    return with("DISCORD_TOKEN", discord.token()).with("DISCORD_API_URL", discord.apiUrl());
  }

  SetUp on(FakeSlack slack) {
    return with("SLACK_BOT_TOKEN", slack.workspace("acme").botToken())
        .with("SLACK_APP_TOKEN", slack.app().appToken())
        .with("SLACK_API_URL", slack.apiUrl());
  }

  SetUp free(long bytes) {
    space = folder -> bytes;
    return this;
  }

  SetUp draws(Typeface letters) {
    typeface = letters;
    return this;
  }

  /** Runs the command; fails if it prints anything of a secret. */
  Said doctor(String... platform) {
    List<String> arguments = new ArrayList<>(List.of("doctor"));
    arguments.addAll(Arrays.asList(platform));
    arguments.addAll(List.of("--config", data.resolve("coach.yaml").toString()));
    Machine machine = new Machine(environment, Clock.systemUTC(), space, typeface);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(stream);
    System.setErr(stream);
    int status;
    try {
      status = Main.commandLine(new Main(machine)).execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    secrets()
        .filter(text::contains)
        .findAny()
        .ifPresent(
            secret -> {
              throw new AssertionError("“" + secret + "” was printed:\n" + text);
            });
    return new Said(status, text);
  }

  /** Passwords in addresses included. */
  private Stream<String> secrets() {
    Set<String> names = new HashSet<>(Tokens.NAMES);
    names.addAll(PostgreSql.NAMES);
    names.add("DISCORD_TOKEN_FILE");
    names.remove("COACH_DATABASE_USER");
    return environment.entrySet().stream()
        .filter(set -> names.contains(set.getKey()) && !set.getValue().startsWith("/"))
        .flatMap(set -> Stream.of(set.getValue().split("password=|,", -1)))
        .filter(value -> !value.startsWith("jdbc:") && !value.isBlank());
  }
}
