package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.Joined;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeGuild;

@Timeout(60)
class DiscordJoiningTest {
  private final DiscordStage stage = new DiscordStage();
  private final FakeGuild other = stage.discord.guild("other");
  private final FakeChannel first = other.channel("first");
  private final FakeChannel second = other.channel("second");

  @AfterEach
  void close() {
    stage.close();
  }

  private List<String> channels() {
    return stage.inbox.welcomed().stream().map(joined -> joined.channel().id()).toList();
  }

  private void told(int times) {
    await().until(() -> channels().size() >= times);
    assertThat(channels()).hasSize(times);
  }

  /** In none of these servers when it starts. */
  private void startsAlone() {
    stage.guild.removesBot();
    other.removesBot();
    stage.started();
  }

  @Test
  void itIsToldOfEachServerWhenItConnects() {
    stage.started();
    told(2);

    assertThat(channels()).containsExactlyInAnyOrder(stage.general.id(), first.id());
  }

  @Test
  void itIsToldOfTheChannelWhereTheServerGreets() {
    startsAlone();
    other.greetsIn(second);
    other.addsBot();
    told(1);

    assertThat(channels()).containsExactly(second.id());
  }

  @Test
  void itIsToldOfAChannelWhereItMayPost() {
    startsAlone();
    other.greetsIn(second);
    second.denies(Permission.MESSAGE_SEND);
    other.addsBot();
    told(1);

    assertThat(channels()).containsExactly(first.id());
  }

  @Test
  void whereItMayPostNowhereNothingIsTold() {
    startsAlone();
    first.denies(Permission.VIEW_CHANNEL);
    second.denies(Permission.MESSAGE_EMBED_LINKS);
    other.addsBot();
    stage.guild.addsBot();
    told(1);

    assertThat(channels()).containsExactly(stage.general.id());
  }

  @Test
  void anOccasionIsTheSameAfterARestartAndAnotherAfterAnotherInvitation() {
    stage.guild.removesBot();
    stage.started();
    told(1);
    stage.restart();
    told(2);
    other.removesBot();
    other.addsBot();
    told(3);

    List<Joined> all = stage.inbox.welcomed();
    assertThat(all.get(1)).isEqualTo(all.get(0));
    assertThat(all.get(2).at()).isAfter(all.get(0).at());
  }
}
