package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.service.SlackTalk.soon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.FullDisk;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/** The disk with H2's file is full under the running bot, until somebody makes room. */
@Timeout(240)
@EnabledIf(value = "studycoach.testing.FullDisk#isPossible", disabledReason = "needs prlimit")
class FullDiskTest {
  private static final String AWAY = "I can't reach my notes just now. Please try again";

  @TempDir private Path data;
  private final FullDisk disk = new FullDisk();
  private final RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final FakePerson ben = acme.person("ben");
  private final SlackTalk talk =
      new SlackTalk(slack, general, amira, new KeyReader(Bank.load(World.questionsFolder())));

  private Optional<Service> running = Optional.empty();

  private void starts() {
    running = Optional.of(new OnSlack(slack, data).start(clock, acme));
  }

  private void stops() {
    running.ifPresent(Service::close);
    running = Optional.empty();
  }

  @AfterEach
  void close() {
    disk.empty();
    stops();
    disk.close();
    assertThat(slack.failed()).isEmpty();
    slack.close();
  }

  @Test
  void membersAreToldToTryAgainAndAllGoesOnOnceThereIsRoom() {
    starts();
    talk.types(amira, "setup exam:MLS-C01 time:9:00 zone:UTC reveal:5m");
    clock.set("2026-03-27T09:00:00Z");
    soon().until(() -> talk.standing("Open until") == 1);
    List<String> right = talk.right();

    disk.fill();
    assertThat(talk.answers(ben, right).text()).contains(AWAY).doesNotContain("incident");
    assertThat(talk.types(ben, "streak").text()).contains(AWAY);
    clock.set("2026-03-27T09:06:00Z");
    assertThat(talk.types(ben, "streak").text()).contains(AWAY);
    assertThat(talk.standing("The answer")).isZero();

    disk.empty();
    soon().until(() -> talk.standing("The answer") == 1);
    soon().until(() -> !talk.types(ben, "streak").text().contains(AWAY));
    talk.types(amira, "group post");
    soon().until(() -> talk.standing("Open until") == 1);
    assertThat(talk.answers(ben, talk.right()).text()).contains("Right.");
    assertThat(talk.standing("The answer")).isEqualTo(1);

    stops();
    starts();
    assertThat(talk.answers(ben, talk.right()).text()).contains("first answer is final");
  }
}
