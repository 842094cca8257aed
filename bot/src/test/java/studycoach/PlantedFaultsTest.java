package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.service.OnSlack;
import studycoach.service.Service;
import studycoach.store.Database;
import studycoach.store.DatabaseHolder;
import studycoach.testing.RunningClock;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.TestDatabase.Address;

/** Set-ups with one fault each: the doctor names it, says what to do, and tells no secret. */
@Timeout(120)
class PlantedFaultsTest {
  private static final String PASSWORD = "s3cret-pass";

  @TempDir private Path folder;
  @TempDir private Path data;
  private final FakeSlack slack = new FakeSlack();

  @AfterEach
  void close() {
    slack.close();
  }

  private SetUp setUp() {
    return new SetUp(data).on(slack);
  }

  /** With a PostgreSQL. */
  private SetUp setUp(String url) {
    return setUp()
        .with("COACH_DATABASE_URL", url)
        .with("COACH_DATABASE_USER", "postgres")
        .with("COACH_DATABASE_PASSWORD", PASSWORD);
  }

  private static String noUser(String url) {
    return url.replaceAll("user=[^&]*&?", "");
  }

  /** That one section alone says so, and that the status is 1. */
  private static void only(String title, SetUp.Said said, String... words) {
    assertThat(said.of(title)).as(said.text()).anyMatch(line -> isBad(line));
    assertThat(String.join("\n", said.of(title))).contains(words);
    assertThat(said.titles())
        .filteredOn(other -> !other.equals(title))
        .allSatisfy(other -> assertThat(said.of(other)).noneMatch(PlantedFaultsTest::isBad));
    assertThat(said.text()).endsWith("Not all is well: see WARN and WRONG above.\n");
    assertThat(said.status()).isEqualTo(1);
  }

  private static boolean isBad(String line) {
    return line.startsWith("WARN ") || line.startsWith("WRONG ");
  }

  /** A group of an exam in a zone. */
  private static void group(Jdbi jdbi, String exam, String zone) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO study_group (exam, zone, drop_time, weekdays, questions, sealed,"
                    + " paused, skip_next, next_drop_at, next_drop_day, created_at) VALUES (?, ?,"
                    + " '09:00', '1', 1, FALSE, FALSE, FALSE, CURRENT_TIMESTAMP, CURRENT_DATE,"
                    + " CURRENT_TIMESTAMP)",
                exam,
                zone));
  }

  private static void newer(Jdbi jdbi) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO \"flyway_schema_history\" VALUES (999, '29990101.0000', 'later',"
                    + " 'SQL', 'V29990101_0000__later.sql', 1, 'coach', CURRENT_TIMESTAMP, 1,"
                    + " TRUE)"));
  }

  @Test
  void whereAllIsWellTheStatusIsZeroAndNothingIsMade() {
    SetUp.Said said = setUp().doctor();

    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.titles())
        .containsExactly(
            "settings",
            "secrets",
            "data folder",
            "database",
            "packs",
            "discord",
            "slack",
            "clock",
            "time zones",
            "fonts",
            "ports");
    assertThat(said.of("secrets")).contains("ok    SLACK_BOT_TOKEN is set");
    assertThat(said.of("slack")).contains("ok    Connected to acme as Study Coach");
    assertThat(said.text()).endsWith("All is well.\n");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void theRunningBotIsAskedForTheDatabaseThatItHolds() {
    OnSlack place = new OnSlack(slack, data);
    try (Service running =
        place.start(new RunningClock("2026-03-27T08:00:00Z"), slack.workspace("acme"))) {
      SetUp set = setUp().with("HEALTH_PORT", running.health().getPort());

      SetUp.Said said = set.doctor();

      assertThat(said.status()).as(said.text()).isZero();
      assertThat(said.of("database"))
          .contains("ok    The running bot holds it and answers")
          .contains("ok    Its tables are those of this release");
      assertThat(said.of("ports")).singleElement().asString().endsWith("held by the running bot");
    }
  }

  @Test
  void allSettingsThatAreWrongAreNamedAndTheRestIsLookedAt() throws IOException {
    Files.writeString(data.resolve("coach.yaml"), "helth:\n  port: 9464\nslack:\n  port: many\n");

    SetUp.Said said = setUp().with("DISCORD_SHARDS", "lots").doctor();

    assertThat(String.join("\n", said.of("settings")))
        .contains("coach.yaml:1: helth: unknown key", "health")
        .contains("coach.yaml:4: slack.port: ")
        .contains("DISCORD_SHARDS: must be a whole number from 0 to 1000, e.g. 0");
    assertThat(said.of("slack")).contains("ok    Connected to acme as Study Coach");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aFileOfASecretThatIsMissingIsNamedAndThatPlatformLeftAlone() {
    SetUp.Said said = setUp().with("DISCORD_TOKEN_FILE", "/none/discord").doctor();

    assertThat(said.of("secrets"))
        .contains(
            "WRONG DISCORD_TOKEN_FILE: the file /none/discord can't be read; name one that can,"
                + " e.g. /run/secrets/discord_token");
    assertThat(said.of("discord")).contains("      set them right first");
    assertThat(said.of("slack")).contains("ok    All scopes are given");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aTokenInPlaceOfTheFileThatHoldsItIsNotTold() {
    SetUp.Said said = setUp().with("DISCORD_TOKEN_FILE", "MTk4.Cl2.ZnC").doctor();

    assertThat(said.of("secrets"))
        .anyMatch(line -> line.startsWith("WRONG DISCORD_TOKEN_FILE: the file (no path"));
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void tokensThatWereMixedUpAreToldApart() {
    SetUp.Said said =
        setUp()
            .with("SLACK_BOT_TOKEN", slack.app().appToken())
            .with("SLACK_APP_TOKEN", slack.workspace("acme").botToken())
            .doctor();

    assertThat(said.of("secrets"))
        .anyMatch(line -> line.startsWith("WRONG SLACK_BOT_TOKEN: a bot token begins with xoxb-"))
        .anyMatch(line -> line.startsWith("WRONG SLACK_APP_TOKEN: an app token begins with xapp-"));
    assertThat(said.of("slack")).contains("      set them right first");
    assertThat(slack.exchanges("auth.test")).isEmpty();
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void anAddressThatIsWrongNeverLeadsATokenToAnotherServer() {
    SetUp.Said said = setUp().with("SLACK_API_URL", "https://slack.example.org").doctor();

    assertThat(said.of("settings")).anyMatch(line -> line.startsWith("WRONG SLACK_API_URL: must"));
    assertThat(said.of("slack")).contains("      set them right first");
    assertThat(said.of("clock")).containsExactly("note  Not compared: no platform is set");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void withoutAnyTokenItSaysWhatToSet() {
    SetUp.Said said = new SetUp(data).doctor();

    assertThat(said.of("secrets")).anyMatch(line -> line.contains("Set DISCORD_TOKEN, or SLACK_"));
    assertThat(said.of("discord")).anyMatch(line -> line.startsWith("note  No token is set"));
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aDataFolderThatCanNotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    SetUp.Said said = setUp().with("COACH_DATA_DIR", file.resolve("data")).doctor();

    assertThat(said.of("settings"))
        .anyMatch(line -> line.startsWith("WRONG data (COACH_DATA_DIR)"));
    assertThat(said.of("data folder"))
        .containsExactly(
            "WRONG " + file + " is no folder",
            "      take it away, or set another with COACH_DATA_DIR");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void aDiskThatFillsUpIsAWarningAndAFullOneAnError() {
    only("data folder", setUp().free(499_999_999).doctor(), "WARN  499 MB are free", "make room");
    only("data folder", setUp().free(49_999_999).doctor(), "WRONG 49 MB are free", "make room");
    assertThat(setUp().free(500_000_000).doctor().status()).isZero();
  }

  @Test
  void aDamagedFileIsNotTouched() throws IOException {
    Path file = Files.writeString(data.resolve("coach.mv.db"), "no database".repeat(1_000));

    only(
        "database",
        withoutGroups(setUp().doctor()),
        "is damaged or no database of ours; nothing was touched. Restore a backup");
    assertThat(file).hasContent("no database".repeat(1_000));
  }

  /** Without what the platforms' sections say of a database that can't be read. */
  private static SetUp.Said withoutGroups(SetUp.Said said) {
    String line = "  WARN  The channels of groups were not looked at";
    assertThat(said.text()).contains(line);
    return new SetUp.Said(said.status(), said.text().replace(line, "  note  "));
  }

  @Test
  void aFileThatAnotherProcessHoldsWithoutAnsweringIsNamed() throws IOException {
    Process holder = DatabaseHolder.start(data);
    try (BufferedReader lines = holder.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("open");

      only(
          "database",
          withoutGroups(setUp().doctor()),
          "is in use by another process. Stop that one first");
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void tablesOfANewerReleaseAreLeftAlone() {
    try (Database database = Database.inFolder(data)) {
      newer(database.jdbi());
    }
    only(
        "database",
        withoutGroups(setUp().doctor()),
        "was written by a newer or a changed release",
        "Start that release again");
    Address address = TestDatabase.POSTGRESQL.empty();
    try (Database server = Database.at(address.url(), address.user(), "")) {
      newer(server.jdbi());
      only(
          "database",
          withoutGroups(setUp(noUser(address.url())).doctor()),
          "was written by a newer or a changed release");
    }
  }

  @Test
  void tablesOfAnOlderReleaseAreLeftAsTheyAre() {
    try (Database database = Database.inFolder(data)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" ="
                          + " (SELECT MAX(\"installed_rank\") FROM \"flyway_schema_history\")"));
    }

    SetUp.Said said = setUp().doctor();

    assertThat(said.of("database"))
        .contains("note  Its tables are those of an older release, 1 changes behind");
    assertThat(setUp().doctor().of("database")).as("again").isEqualTo(said.of("database"));
  }

  @Test
  void aWrongPasswordOfThePostgreSqlIsNamedWithItsVariable() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("hba.conf"),
            "host all postgres all trust\nhost all all all scram-sha-256\n");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("hba_file", rules.toString()).start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      Jdbi.create(url, "postgres", "")
          .useHandle(handle -> handle.execute("CREATE ROLE coach LOGIN PASSWORD 'another'"));

      SetUp.Said said = setUp(noUser(url)).with("COACH_DATABASE_USER", "coach").doctor();

      only(
          "database",
          withoutGroups(said),
          "does not let us in. Check COACH_DATABASE_USER and COACH_DATABASE_PASSWORD.");
    }
  }

  @Test
  void aDatabaseThatTheServerDoesNotHaveIsNamed() {
    String url = TestDatabase.POSTGRESQL.empty().url().replaceAll("/test[0-9]+", "/nowhere");

    only(
        "database",
        withoutGroups(setUp(noUser(url) + "&password=" + PASSWORD).doctor()),
        "is not there, though its server is. Create it first.");
  }

  @Test
  void aServerThatIsNotThereIsToldSoon() {
    only(
        "database",
        withoutGroups(setUp("jdbc:postgresql://127.0.0.1:1/coach").doctor()),
        "The database jdbc:postgresql://127.0.0.1:1/coach can't be reached");
  }

  @Test
  void anEncodingThatDoesNotHoldAllIsNamed() {
    String url = TestDatabase.POSTGRESQL.empty().url();
    Jdbi.create(url, "postgres", "")
        .useHandle(
            handle ->
                handle.execute(
                    "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE"
                        + " template0"));

    only(
        "database",
        setUp(noUser(url.replaceAll("/test[0-9]+", "/latin"))).doctor(),
        "Its encoding is LATIN1",
        "createdb --encoding UTF8");
  }

  @Test
  void aServerThatNeverAnswersHoldsNobodyUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long begun = System.nanoTime();

      SetUp.Said said =
          setUp("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/coach")
              .without("SLACK_API_URL")
              .with("SLACK_API_URL", "http://127.0.0.1:" + silent.getLocalPort() + "/api/")
              .doctor();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
      assertThat(said.of("database")).anyMatch(PlantedFaultsTest::isBad);
      assertThat(said.of("slack"))
          .containsExactly(
              "WRONG 127.0.0.1 can't be reached (HttpTimeoutException)",
              "      see whether this machine may reach it: network, DNS, firewall, proxy");
      assertThat(said.status()).isEqualTo(1);
    }
  }

  @Test
  void aBrokenPackIsToldWithFileAndLine() throws IOException {
    new SmallPack(folder).exam("ABC-C01", List.of("a-1", "b-1"));
    Files.writeString(folder.resolve("abc-c01/a.yaml"), "questions:\n  - id: a-1\n    task: no\n");

    only(
        "packs",
        setUp().with("COACH_QUESTIONS_DIR", folder).doctor(),
        "abc-c01/a.yaml:",
        "coach questions check",
        "ABC-C01: 1 questions");
  }

  @Test
  void aFolderWithoutPacksIsNamed() {
    only(
        "packs",
        setUp().with("COACH_QUESTIONS_DIR", folder).doctor(),
        "There is no pack in " + folder,
        "COACH_QUESTIONS_DIR");
  }

  @Test
  void aGroupWhosePackIsGoneIsNamed() {
    try (Database database = Database.inFolder(data)) {
      group(database.jdbi(), "XYZ-C09", "UTC");
    }
    only(
        "packs",
        setUp().doctor(),
        "A group learns for XYZ-C09, of which there is no pack",
        "put the pack's folder back");
  }

  @Test
  void aGroupInAZoneThatJavaDoesNotKnowIsNamed() {
    try (Database database = Database.inFolder(data)) {
      group(database.jdbi(), "MLS-C01", "Mars/Olympus");
    }
    only("time zones", setUp().doctor(), "the zone Mars/Olympus, which this Java", "update Java");
  }

  @Test
  void aZoneOfTheMachineThatJavaDoesNotKnowIsNamed() {
    only("time zones", setUp().with("TZ", "Berlin").doctor(), "TZ is Berlin", "TZ=Europe/Berlin");
    assertThat(setUp().with("TZ", ":Europe/Berlin").doctor().status()).isZero();
  }

  @Test
  void aTokenThatSlackHasRevokedIsNamed() {
    SetUp set = setUp();
    slack.workspace("acme").revokesToken();

    only("slack", set.doctor(), "Slack does not know a bot token", "copy it anew from the page");
  }

  @Test
  void scopesThatAreMissingAreNamed() {
    slack.app().lacks("im:history");

    only("slack", setUp().doctor(), "these scopes are missing: im:history", "install the app anew");
  }

  @Test
  void aTokenThatDiscordHasRevokedIsNamed() {
    try (FakeDiscord discord = new FakeDiscord()) {
      SetUp set = setUp().on(discord);
      discord.revokesToken();

      only("discord", set.doctor(), "Discord does not know this token: copy it anew");
    }
  }

  @Test
  void intentsThatDiscordDoesNotAllowAreNamed() {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.gateway().disallowsIntents();

      only(
          "discord", setUp().on(discord).doctor(), "does not let this bot hear of messages (4014)");
    }
  }

  @Test
  void aPlatformThatCanNotBeReachedIsNamedWithItsAddress() {
    only(
        "slack",
        setUp().with("SLACK_API_URL", "http://127.0.0.1:1/api/").doctor(),
        "127.0.0.1 can't be reached (ConnectException)",
        "network, DNS, firewall, proxy");
  }

  @Test
  void aClockThatIsWrongIsToldByThePlatformsDates() {
    slack.dates(Duration.ofSeconds(10));
    only("clock", setUp().doctor(), "WARN  This clock is ", "s ahead of that of slack", "NTP");

    slack.dates(Duration.ofMinutes(-10));
    only("clock", setUp().doctor(), "WRONG This clock is ", "s behind that of slack", "5 minutes");

    slack.dates(Duration.ofSeconds(1));
    assertThat(setUp().doctor().status()).isZero();
  }

  @Test
  void withoutFontsPicturesAreMissedAndWithoutOneForChineseThatIsNoted() {
    only(
        "fonts",
        setUp()
            .draws(
                text -> {
                  throw new InternalError("Fontconfig head is null");
                })
            .doctor(),
        "WARN  Java can't draw text",
        "apt-get install fontconfig");

    SetUp.Said noted = setUp().draws(text -> !text.contains("漢")).doctor();
    assertThat(noted.of("fonts")).anyMatch(line -> line.startsWith("note  There is no Chinese"));
    assertThat(noted.status()).isZero();
  }

  @Test
  void portsThatAnotherProgramHoldsAreNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      only(
          "ports",
          setUp().with("HEALTH_PORT", port).doctor(),
          "127.0.0.1:" + port + " (health) is taken by another program",
          "HEALTH_PORT");
      only(
          "ports",
          setUp()
              .without("SLACK_APP_TOKEN")
              .with("SLACK_SIGNING_SECRET", slack.app().signingSecret())
              .with("SLACK_HOST", "127.0.0.1")
              .with("SLACK_PORT", port)
              .doctor(),
          "127.0.0.1:" + port + " (Slack's requests) is taken by another program",
          "SLACK_PORT");
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesIsNamed() {
    only(
        "ports",
        setUp().with("HEALTH_HOST", "192.0.2.1").with("HEALTH_PORT", 9464).doctor(),
        "192.0.2.1:9464 (health) can't be opened",
        "HEALTH_HOST");
  }
}
