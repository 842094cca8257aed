package studycoach.platform.discord;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatAdapterContract;
import studycoach.chat.Destination;
import studycoach.chat.MessageRef;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeGuild;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;

@Timeout(60)
class DiscordContractTest extends ChatAdapterContract {
  @Override
  protected Stage open() {
    return new FakeStage(new FakeDiscord());
  }

  private record FakeStage(
      FakeDiscord discord, FakeGuild guild, FakeChannel general, ChatAdapter adapter)
      implements Stage {
    FakeStage(FakeDiscord discord) {
      this(
          discord,
          discord.guild("guild"),
          discord.guild("guild").channel("general"),
          DiscordStage.adapter(discord, discord.token()));
    }

    @Override
    public Destination channel() {
      return new Destination.Channel(new ChannelRef("discord", guild.id(), general.id()));
    }

    @Override
    public Destination direct(String person) {
      return new Destination.Direct(DiscordDecoder.account(discord.person(person).id()));
    }

    @Override
    public void types(String person, String line) {
      FakePerson who = discord.person(person);
      who.mentionsBot(general, line);
      String before = seenBy(person);
      await().until(() -> !seenBy(person).equals(before));
    }

    @Override
    public void presses(String person, String label) {
      FakePerson who = discord.person(person);
      FakeChannel where =
          discord.seenBy(who, who.direct()).contains("[" + label + "]") ? who.direct() : general;
      FakeInteraction pressed = who.presses(where, label);
      await().until(() -> pressed.callback() != 0 && !seenBy(person).contains("(is thinking)"));
    }

    @Override
    public String seenBy(String person) {
      FakePerson who = discord.person(person);
      return discord.seenBy(who, general) + "\n" + discord.seenBy(who, who.direct());
    }

    @Override
    public String inThread(MessageRef parent) {
      FakePerson ben = discord.person("ben");
      return general.thread(parent.id()).map(thread -> discord.seenBy(ben, thread)).orElse("");
    }

    @Override
    public boolean brokeOut() {
      return !discord.violations().isEmpty();
    }

    @Override
    public Stage reopened() {
      adapter.close();
      return new FakeStage(discord, guild, general, DiscordStage.adapter(discord, discord.token()));
    }

    @Override
    public void close() {
      adapter.close();
      discord.close();
    }
  }
}
