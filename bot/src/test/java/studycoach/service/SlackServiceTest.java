package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/** The whole bot on a Slack of its own: real Bolt, real jobs, real time. */
@Timeout(120)
class SlackServiceTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String HELLO = "Hello, I am your study coach";
  private static final String TOLD = "Nothing can be posted for MLS-C01";
  private static final String OVER = "It works again for MLS-C01";

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final FakePerson ben = acme.person("ben");
  private final SlackTalk talk =
      new SlackTalk(slack, general, amira, new KeyReader(Bank.load(World.questionsFolder())));
  private Optional<Service> running = Optional.empty();

  @AfterEach
  void close() {
    running.ifPresent(Service::close);
    assertThat(slack.failed()).isEmpty();
    slack.close();
  }

  private void starts() {
    running.ifPresent(Service::close);
    running = Optional.of(new OnSlack(slack, data).start(clock, acme));
  }

  private FakeMessage answered(FakeInteraction interaction) {
    FakeMessage answer = SlackTalk.answered(interaction);
    assertThat(interaction.acknowledged().orElseThrow()).isLessThan(Duration.ofSeconds(1));
    return answer;
  }

  private FakeMessage types(FakePerson person, String line) {
    return answered(person.command(general, "/coach", line));
  }

  private static int times(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  /** These words stand in a channel soon, and so often. */
  private void stands(FakeChannel channel, String words, int times) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(slack.seenBy(amira, channel)).matches(s -> times(s, words) >= times));
    assertThat(times(slack.seenBy(amira, channel), words)).isEqualTo(times);
  }

  private String home() {
    ben.opensHome();
    await().atMost(SOON).until(() -> ben.home().isPresent());
    return ben.home().orElseThrow().text();
  }

  @Test
  void aGroupSetsUpAnswersAndSeesItsBoard() {
    String crew = acme.userGroup("study-crew").id();
    starts();
    assertThat(home()).isNotBlank();
    types(amira, "setup exam:MLS-C01 time:9:00 zone:UTC reveal:5m thread:yes mention:@study-crew");
    clock.set("2026-03-27T09:00:00Z");
    stands(general, "Open until", 1);
    assertThat(talk.drop().pings()).containsExactly(crew);

    List<String> right = talk.right();
    assertThat(talk.answers(ben, right).isOnlyFor(ben)).isTrue();
    assertThat(slack.seenBy(ben, general)).contains("points");
    assertThat(slack.seenBy(amira, general)).doesNotContain("points");
    assertThat(types(acme.person("cem"), "today").text()).contains("Your copy");
    await().atMost(SOON).until(() -> home().contains("answered"));

    clock.set("2026-03-27T09:06:00Z");
    stands(general, "The answer", 1);
    FakeMessage reveal =
        general.messages().stream()
            .filter(message -> message.text().contains("The answer"))
            .findFirst()
            .orElseThrow();
    await().atMost(SOON).until(() -> general.thread(reveal).size() == 1);
    assertThat(types(ben, "leaderboard period week").text()).contains("you");

    starts();
    assertThat(types(ben, "streak").text()).contains("1 drop");
    ben.writes("points");
    stands(general, "The answer", 1);
    await().atMost(SOON).until(() -> slack.seenBy(ben, ben.direct()).contains("point"));
    assertThat(general.messages())
        .filteredOn(message -> !message.text().contains("Open until"))
        .filteredOn(message -> !message.text().contains("Closed"))
        .allSatisfy(message -> assertThat(message.pings()).isEmpty());
  }

  @Test
  void whoIsNoAdminMaySetUpWhereTheyMadeTheChannelAndNowhereElse() {
    starts();
    FakeChannel mine = acme.privateChannel("mine").createdBy(ben);

    assertThat(types(ben, "setup exam:MLS-C01 time:9:00 zone:UTC").text())
        .doesNotContain("Open until");
    assertThat(types(ben, "group show").text()).contains("no study group yet");
    answered(ben.command(mine, "/coach", "setup exam:MLS-C01 time:9:00 zone:UTC"));
    assertThat(answered(ben.command(mine, "/coach", "group show")).text()).contains("MLS-C01");
  }

  @Test
  void itIntroducesItselfOnceHoweverOftenTheInvitationIsTold() {
    starts();
    slack.deliveries().repeats(3);
    FakeChannel study = acme.privateChannel("study").withoutBot();

    study.invites(amira);

    stands(study, HELLO, 1);
    slack.deliveries().repeats(1);
    starts();
    types(amira, "streak");
    stands(study, HELLO, 1);
  }

  @Test
  void inAnArchivedChannelItPausesTellsTheOrganiserAndGoesOn() {
    clock.set("2026-03-27T08:00:00Z");
    starts();
    types(amira, "setup exam:MLS-C01 time:09:00 zone:UTC");
    general.archives(amira);
    clock.set("2026-03-27T09:00:00Z");
    stands(amira.direct(), TOLD, 1);
    assertThat(slack.seenBy(amira, amira.direct())).contains("archived");
    assertThat(slack.seenBy(amira, general)).doesNotContain("Open until");

    general.unarchives(amira);
    clock.set("2026-03-27T09:10:00Z");

    stands(general, "Open until", 1);
    stands(amira.direct(), OVER, 1);
  }
}
