package studycoach.platform.discord;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.FakeInbox;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeGuild;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;

/** The adapter on a fake Discord with a server, a channel and two people. */
final class DiscordStage implements AutoCloseable {
  static final PostKey KEY = PostKey.of(71);
  static final ActionId ANSWER = ActionId.of("daily", "answer", KEY.value(), 2);
  static final Message QUESTION = withButton("Which one?", "C");

  final FakeDiscord discord = new FakeDiscord();
  final FakeGuild guild = discord.guild("guild");
  final FakeChannel general = guild.channel("general");
  final FakePerson amira = discord.person("amira");
  final FakePerson ben = discord.person("ben");
  final FakeInbox inbox = new FakeInbox().knows(DiscordCommandsTest.COMMANDS);
  DiscordAdapter adapter = adapter(discord, discord.token());

  static DiscordAdapter adapter(FakeDiscord discord, String token) {
    return new DiscordAdapter(
        new DiscordConfig(
            token, Optional.of(URI.create(discord.apiUrl())), Optional.empty(), 1, "coach"),
        reason -> {},
        new SimpleMeterRegistry());
  }

  static Message withButton(String text, String label) {
    return Message.of(text).and(new Block.Controls(List.of(new Control.Button(label, ANSWER))));
  }

  DiscordStage started() {
    adapter.start(inbox);
    return this;
  }

  void restart() {
    adapter.close();
    adapter = adapter(discord, discord.token());
    adapter.start(inbox);
  }

  Destination channel() {
    return new Destination.Channel(new ChannelRef("discord", guild.id(), general.id()));
  }

  Destination direct() {
    return new Destination.Direct(DiscordDecoder.account(amira.id()));
  }

  /** What a person sees in the channel once the bot has answered this. */
  String answered(FakeInteraction interaction, FakePerson person) {
    await()
        .until(
            () ->
                interaction.callback() != 0
                    && !discord.seenBy(amira, general).contains("(is thinking)"));
    return discord.seenBy(person, general);
  }

  @Override
  public void close() {
    adapter.close();
    discord.close();
  }
}
