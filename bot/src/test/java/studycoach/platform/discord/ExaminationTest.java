package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.Finding;

@Timeout(60)
class ExaminationTest {
  private static final List<Command> COMMANDS = DiscordCommandsTest.COMMANDS;
  private final DiscordStage stage = new DiscordStage();

  @AfterEach
  void close() {
    stage.close();
  }

  private ChannelRef channel(String id) {
    return new ChannelRef("discord", stage.guild.id(), id);
  }

  private List<Finding> findings(ChannelRef... channels) {
    return stage.adapter.examine(COMMANDS, List.of(channels));
  }

  private static List<String> wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.good()).map(Finding::seen).toList();
  }

  @Test
  void whereAllIsWellNothingIsWrongAndTheInvitationAsksForNoMoreThanIsNeeded() {
    stage.started();

    List<Finding> findings = findings(channel(stage.general.id()));

    assertThat(wrong(findings)).isEmpty();
    assertThat(findings.get(0).seen()).contains("Study Coach").contains("servers: 1");
    // View, send, embed, files, history, threads: 1<<10, 1<<11, 1<<14, 1<<15, 1<<16, 1<<35, 1<<38.
    long bits = 1024 + 2048 + 16_384 + 32_768 + 65_536 + (1L << 35) + (1L << 38);
    assertThat(findings.get(findings.size() - 1).seen())
        .contains("client_id=" + stage.discord.bot().id())
        .contains("scope=applications.commands+bot")
        .endsWith("permissions=" + bits);
  }

  @Test
  void aMissingPermissionIsNamedWithItsChannel() {
    stage.started();
    stage.general.denies(Permission.MESSAGE_SEND, Permission.CREATE_PUBLIC_THREADS);

    await()
        .untilAsserted(
            () ->
                assertThat(wrong(findings(channel(stage.general.id()))))
                    .containsExactly(
                        "#general of guild: not allowed Send Messages, so no drops come",
                        "#general of guild: not allowed Create Public Threads, so no threads can be"
                            + " opened"));
  }

  @Test
  void placesThatAreGoneAreTold() {
    stage.started();

    assertThat(wrong(findings(channel("123"), new ChannelRef("discord", "456", "789"))))
        .hasSize(2)
        .anyMatch(seen -> seen.contains("123 of guild is deleted or out of sight"))
        .anyMatch(seen -> seen.contains("Not in the server 456"));
  }

  @Test
  void aBotThatDoesNotRunIsExaminedWithoutTakingPartInAnything() {
    assertThat(wrong(findings(channel(stage.general.id()))))
        .containsExactly("The registered commands are not those of this release");
    assertThat(stage.discord.commands()).isEmpty();

    stage.adapter = DiscordStage.adapter(stage.discord, "wrong");
    assertThat(wrong(findings())).singleElement().asString().contains("does not know this token");
  }

  @Test
  void aServerThatDoesNotAnswerIsTold() {
    stage.discord.close();

    assertThat(wrong(findings())).singleElement().asString().contains("could not be reached");
  }
}
