package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.Finding;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;

@Timeout(60)
class ExaminationTest {
  private final SlackStage stage = new SlackStage();

  @AfterEach
  void close() {
    stage.close();
  }

  private static ChannelRef ref(FakeChannel channel) {
    return new ChannelRef("slack", channel.workspace().teamId(), channel.id());
  }

  private List<Finding> findings(SlackConfig config, ChannelRef... channels) {
    try (SlackAdapter adapter =
        new SlackAdapter(config, stage.lost::add, Clock.systemUTC(), new SimpleMeterRegistry())) {
      return adapter.examine(List.of(), List.of(channels));
    }
  }

  private List<Finding> findings(FakeChannel... channels) {
    return findings(
        SlackStage.socketMode(stage.slack, stage.acme),
        Stream.of(channels).map(ExaminationTest::ref).toArray(ChannelRef[]::new));
  }

  private static List<Finding> wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.good()).toList();
  }

  private static void onlyWrong(List<Finding> findings, String seen, String advice) {
    assertThat(wrong(findings))
        .singleElement()
        .satisfies(finding -> assertThat(finding.seen()).contains(seen))
        .satisfies(finding -> assertThat(finding.advice()).contains(advice));
  }

  @Test
  void whereAllIsWellNothingIsWrongAndNothingIsChanged() {
    List<Finding> findings = findings(stage.general);

    assertThat(findings).allMatch(Finding::good);
    assertThat(findings)
        .extracting(Finding::seen)
        .containsExactly(
            "Connected to acme as Study Coach",
            "All scopes are given",
            "Slack opens sockets for the app token",
            "#general of acme: the bot is in it");
    assertThat(stage.slack.socket().opened()).isZero();
    assertThat(stage.general.messages()).isEmpty();
  }

  @Test
  void aRunningBotIsExaminedTheSameWay() {
    stage.started();

    assertThat(stage.adapter.examine(List.of(), List.of(ref(stage.general))))
        .allMatch(Finding::good);
  }

  @Test
  void missingScopesAreNamed() {
    stage.acme.app().lacks("im:write", "groups:read");

    onlyWrong(
        findings(),
        "In acme these scopes are missing: groups:read, im:write",
        "config/slack-manifest.yaml");
  }

  @Test
  void aTokenThatSlackDoesNotKnowIsTold() {
    SlackConfig config = SlackStage.socketMode(stage.slack, stage.acme);
    stage.acme.revokesToken();

    List<Finding> findings = findings(config, ref(stage.general));

    onlyWrong(findings, "does not know a bot token", "");
    assertThat(findings.toString()).doesNotContain(config.apps().get(0).botTokens().get(0));
  }

  @Test
  void anAppTokenThatSlackDoesNotKnowIsTold() {
    SlackConfig config = SlackStage.socketMode(stage.slack, stage.acme);
    stage.slack.app().revokesAppToken();

    onlyWrong(findings(config), "app token (invalid_auth)", "");
  }

  @Test
  void whereSlackComesInByHttpItIsToldWhere() {
    SlackConfig config =
        SlackStage.config(
            stage.slack,
            8_080,
            new SlackConfig.App(
                List.of(stage.acme.botToken()), Optional.empty(), Optional.of("secret")));

    assertThat(findings(config))
        .allMatch(Finding::good)
        .extracting(Finding::seen)
        .anyMatch(seen -> seen.contains("port 8080 of 127.0.0.1 under /slack/events"));
  }

  @Test
  void channelsInWhichNoDropComesAreTold() {
    FakeChannel hidden = stage.acme.privateChannel("hidden").withoutBot();
    FakeChannel quiet = stage.acme.channel("quiet");
    quiet.removesBot(stage.amira);
    stage.general.archives(stage.amira);

    List<Finding> wrong = wrong(findings(stage.general, quiet, hidden));

    assertThat(wrong)
        .extracting(Finding::seen)
        .containsExactly(
            "#general of acme is archived, so no drops come",
            "#quiet of acme: the bot is not in it, so no drops come",
            "The channel "
                + hidden.id()
                + " of acme: the channel was deleted, or is private and the bot is not in it: type"
                + " /invite and the bot's name there");
    assertThat(wrong).noneMatch(finding -> finding.advice().isEmpty());
  }

  @Test
  void aWorkspaceWithoutATokenIsTold() {
    FakeWorkspace umbrella = stage.slack.workspace("umbrella");

    onlyWrong(findings(umbrella.channel("general")), umbrella.teamId(), "set its bot token");
  }

  @Test
  void aSlackThatDoesNotAnswerIsTold() {
    stage.slack.faults().next(9, "auth.test", Fault.status(503));

    onlyWrong(findings(), "could not be asked: Slack failed with status 503", "slack.com");
  }
}
