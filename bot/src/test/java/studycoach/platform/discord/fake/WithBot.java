package studycoach.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.junit.jupiter.api.AfterEach;

/** A fake Discord with a guild and a person, and real bots that log in to it. */
abstract class WithBot {
  final FakeDiscord discord = new FakeDiscord();
  final FakeGuild guild = discord.guild("g1");
  final FakeChannel general = guild.channel("general");
  final FakePerson amira = discord.person("amira");
  final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
  final List<JDA> bots = new ArrayList<>();

  @AfterEach
  void end() {
    bots.forEach(JDA::shutdownNow);
    discord.close();
  }

  JDA registered() throws InterruptedException {
    JDA jda = ready();
    var exam = new OptionData(OptionType.STRING, "exam", "Which exam", true).setAutoComplete(true);
    jda.updateCommands()
        .addCommands(
            Commands.slash("streak", "Your streak"),
            Commands.slash("coach", "Study Coach")
                .addSubcommands(
                    new SubcommandData("setup", "Set up")
                        .addOptions(exam)
                        .addOption(OptionType.INTEGER, "count", "How many")))
        .complete();
    assertThat(discord.commands()).hasSize(2);
    return jda;
  }

  /** The next event of a kind, others skipped; fails after some seconds. */
  <E extends GenericEvent> E next(Class<E> kind) throws InterruptedException {
    GenericEvent event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !kind.isInstance(event)) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    if (event == null) {
      throw new AssertionError("no " + kind.getSimpleName());
    }
    return kind.cast(event);
  }

  JDA ready() throws InterruptedException {
    JDA jda = builder(discord.token(), Compression.ZLIB).build().awaitReady();
    bots.add(jda);
    return jda;
  }

  JDABuilder builder(String token, Compression compression) {
    var gateway =
        new ConcurrentSessionController() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl();
          }
        };
    return JDABuilder.createLight(
            token, GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
        .setSessionController(gateway)
        .setCompression(compression)
        .setEnableShutdownHook(false)
        .addEventListeners((EventListener) events::add);
  }

  TextChannel channel(JDA jda) {
    TextChannel channel = jda.getTextChannelById(general.id());
    if (channel == null) {
      throw new AssertionError("the bot does not know the channel");
    }
    return channel;
  }
}
