package studycoach.service;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.RunningClock;

/** Slack's side, with two sockets. */
final class SlackSide implements Side {
  private final FakeSlack slack;
  private final RunningClock clock;
  private final OnSlack bot;
  private final FakeWorkspace acme;
  private final FakeChannel channel;
  private final List<FakePerson> people;

  SlackSide(FakeSlack slack, Path data, RunningClock clock) {
    this.slack = slack;
    this.clock = clock;
    this.bot = new OnSlack(slack, data);
    this.acme = slack.workspace("acme");
    this.channel = acme.channel("study");
    this.people = IntStream.range(0, PEOPLE).mapToObj(i -> acme.person("person" + i)).toList();
    people.get(0).admin();
  }

  @Override
  public Service start() {
    Service service = bot.start(clock, acme);
    SlackTalk.soon().until(() -> slack.socket().connections() > 0);
    return service;
  }

  private Told told(FakeInteraction interaction) {
    return () -> interaction.messages().stream().findFirst().map(FakeMessage::text).orElse("");
  }

  @Override
  public Told setsUp() {
    return told(people.get(0).command(channel, "/coach", "setup mls-c01 time 9:00 zone UTC"));
  }

  @Override
  public Told startsLive(int questions) {
    String line = "live start count:" + questions + " seconds:60";
    return told(people.get(1).command(channel, "/coach", line));
  }

  private FakeMessage post(String words) {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Told presses(int person, String post, String label) {
    return told(people.get(person).presses(post(post), label));
  }

  @Override
  public Told answers(int person, String post, List<String> letters) {
    return told(SlackTrial.answer(people.get(person), post(post), letters));
  }

  @Override
  public List<String> posts() {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral())
        .map(FakeMessage::text)
        .toList();
  }

  @Override
  public long edits() {
    return slack.exchanges("chat.update").size();
  }

  @Override
  public long refused() {
    return slack.limits().refused();
  }

  @Override
  public List<String> violations() {
    return slack.violations();
  }
}
