package studycoach.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.Kind;
import studycoach.testing.RunningClock;

/** Discord's side, read without its signs of bold. */
final class DiscordSide implements Side {
  private final FakeDiscord discord;
  private final RunningClock clock;
  private final OnDiscord bot;
  private final FakeChannel channel;
  private final List<FakePerson> people;

  DiscordSide(FakeDiscord discord, Path data, RunningClock clock) {
    this.discord = discord;
    this.clock = clock;
    this.bot = new OnDiscord(discord, data);
    this.channel = discord.guild("club").channel("study");
    this.people = IntStream.range(0, PEOPLE).mapToObj(i -> discord.person("person" + i)).toList();
    people.get(0).manages();
  }

  @Override
  public Service start() {
    return bot.start(clock);
  }

  private Told told(FakeInteraction interaction) {
    return () ->
        interaction
            .original()
            .filter(answer -> !answer.isThinking())
            .map(answer -> answer.text().replace("*", ""))
            .orElse("");
  }

  @Override
  public Told setsUp() {
    Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
    return told(people.get(0).command(channel, "coach setup", wish));
  }

  @Override
  public Told startsLive(int questions) {
    Map<String, Integer> wish = Map.of("count", questions, "seconds", 60);
    return told(people.get(1).command(channel, "coach live start", wish));
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
    return told(KeyReader.answer(people.get(person), post(post), letters));
  }

  @Override
  public List<String> posts() {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral())
        .map(message -> message.text().replace("*", ""))
        .toList();
  }

  @Override
  public long edits() {
    return discord.rest().seen(Kind.MESSAGE_EDIT).size();
  }

  @Override
  public long refused() {
    return discord.rest().seen().stream().filter(one -> one.status() == 429).count();
  }

  @Override
  public List<String> violations() {
    return discord.violations();
  }
}
