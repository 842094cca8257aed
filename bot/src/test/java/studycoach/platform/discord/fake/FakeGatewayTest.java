package studycoach.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FakeGatewayTest extends WithBot {
  @Test
  void aBotLogsInAndKnowsItsGuildsWithAndWithoutCompression() throws Exception {
    for (Compression compression : Compression.values()) {
      JDA jda = builder(discord.token(), compression).build().awaitReady();
      bots.add(jda);
      assertThat(jda.getGuilds()).extracting("name").containsExactly("g1");
      assertThat(channel(jda).canTalk()).isTrue();
      assertThat(jda.retrieveApplicationInfo().complete().getName()).isEqualTo("Study Coach");
    }
  }

  @Test
  void contentIsShownOnlyWhereTheBotIsMentioned() throws Exception {
    ready();
    amira.writes(general, "secret");
    assertThat(next(MessageReceivedEvent.class).getMessage().getContentRaw()).isEmpty();
    amira.mentionsBot(general, "help");
    assertThat(next(MessageReceivedEvent.class).getMessage().getContentRaw()).endsWith("> help");
  }

  @Test
  void aDroppedSocketIsResumedAndTheMissedInteractionArrives() throws Exception {
    registered();
    discord.gateway().drops();
    amira.command(general, "streak", Map.of());
    next(SlashCommandInteractionEvent.class);
    await().until(() -> discord.gateway().resumed() == 1);
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void aBotThatIsAskedToReconnectResumes() throws Exception {
    ready();
    discord.gateway().asksToReconnect();
    next(SessionResumeEvent.class);
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void anInvalidSessionIsBegunAnew() throws Exception {
    ready();
    discord.gateway().invalidates(false);
    next(SessionRecreateEvent.class);
    assertThat(discord.gateway().identified()).isEqualTo(2);
  }

  @Test
  void aBotWithoutThePrivilegeGetsNoPrivilegedIntent() throws Exception {
    var wanting =
        builder(discord.token(), Compression.ZLIB).enableIntents(GatewayIntent.MESSAGE_CONTENT);
    bots.add(wanting.build());
    assertThat(next(ShutdownEvent.class).getCode()).isEqualTo(4014);
  }

  @Test
  void aTokenThatIsWrongOrRevokedEndsTheBot() throws Exception {
    assertThatThrownBy(() -> builder("wrong", Compression.ZLIB).build())
        .isInstanceOf(InvalidTokenException.class);
    events.clear();
    ready();
    discord.revokesToken();
    discord.gateway().drops();
    assertThat(next(ShutdownEvent.class).getCode()).isEqualTo(4004);
  }

  @Test
  void permissionsTakenAwayAreToldAndEnforced() throws Exception {
    JDA jda = ready();
    general.denies(Permission.MESSAGE_SEND);
    await().until(() -> !channel(jda).canTalk());
    general.denies();
    await().until(() -> channel(jda).canTalk());
    general.delete();
    await().until(() -> jda.getTextChannelById(general.id()) == null);
  }

  @Test
  void guildsComeAndGo() throws Exception {
    JDA jda = ready();
    var second = discord.guild("g2");
    assertThat(next(GuildJoinEvent.class).getGuild().getId()).isEqualTo(second.id());
    second.removesBot();
    next(GuildLeaveEvent.class);
    assertThat(jda.getGuilds()).hasSize(1);
  }
}
