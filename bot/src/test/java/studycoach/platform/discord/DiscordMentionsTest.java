package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.Block;
import studycoach.chat.Delivery;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.RoleRef;
import studycoach.markup.Markup;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.FakeRole;

@Timeout(60)
class DiscordMentionsTest {
  private final DiscordStage stage = new DiscordStage().started();
  private final FakeRole learners = stage.guild.role("learners");
  private final RoleRef role =
      new RoleRef("discord", stage.guild.id(), learners.id(), learners.name());

  @AfterEach
  void close() {
    stage.close();
  }

  private Message calling(Markup call) {
    return Message.of(new Block.Text(call))
        .and(DiscordStage.QUESTION.blocks().toArray(Block[]::new));
  }

  private Message calling() {
    return calling(Markup.empty().and(role.span()));
  }

  private FakeMessage posted(Message message) {
    stage.adapter.send(stage.channel(), message, DiscordStage.KEY);
    List<FakeMessage> all = stage.general.messages();
    return all.get(all.size() - 1);
  }

  @Test
  void aPostCallsTheRoleThatItNamesAndNobodyElse() {
    FakeMessage post = posted(calling());

    assertThat(post.pings()).containsExactly(learners.id());
    assertThat(post.text()).isEqualTo(learners.mention() + "\nWhich one?\n[C]");
  }

  @Test
  void aRoleWithinASentenceIsCalledToo() {
    FakeMessage post = posted(calling(Markup.of("Come, ").and(role.span()).text("!")));

    assertThat(post.pings()).containsExactly(learners.id());
    assertThat(post.text()).contains("Come, " + learners.mention() + "!");
  }

  @Test
  void anEditKeepsTheNameAndCallsNobody() {
    Delivery.Posted posted =
        (Delivery.Posted)
            stage.adapter.send(stage.channel(), DiscordStage.QUESTION, DiscordStage.KEY);

    stage.adapter.edit(posted.ref(), calling());

    FakeMessage post = stage.general.messages().get(0);
    assertThat(post.text()).startsWith(learners.mention());
    assertThat(post.pings()).isEmpty();
    DataObject edit = DiscordRenderer.edit(calling()).toData();
    assertThat(edit.getObject("allowed_mentions").toMap()).containsEntry("parse", List.of());
    assertThat(edit.getObject("allowed_mentions").hasKey("roles")).isFalse();
  }

  @Test
  void anAnswerShowsTheNameAndCallsNobody() {
    stage.inbox.replies(Response.PUBLIC, incoming -> new Reply.Say(calling()));
    FakeInteraction shown = stage.amira.command(stage.general, "coach group show", Map.of());
    assertThat(stage.answered(shown, stage.ben)).contains(learners.mention());
    stage.amira.mentionsBot(stage.general, "group show");
    await().until(() -> stage.general.messages().size() == 3);

    assertThat(stage.general.messages()).last().satisfies(m -> assertThat(m.text()).contains("&"));
    assertThat(stage.general.messages())
        .filteredOn(message -> message.text().contains(learners.mention()))
        .hasSize(2)
        .allSatisfy(message -> assertThat(message.pings()).isEmpty());
  }

  @Test
  void hostileTextCallsNobody() {
    List<RoleRef> roles =
        List.of(
            role,
            new RoleRef("slack", "T1", learners.id(), "everyone"),
            new RoleRef("discord", stage.guild.id(), "1> @everyone <@&1", "@here"),
            new RoleRef("terminal", "", "x", learners.mention() + " @everyone"));
    for (RoleRef named : roles) {
      Markup hostile = Markup.of("@everyone @here " + learners.mention() + " ").and(named.span());
      Message message =
          calling(hostile)
              .and(
                  new Block.Title(hostile),
                  new Block.Fields(List.of(new Block.Field(hostile.plain(), hostile))));

      assertThat(posted(message).pings()).isSubsetOf(learners.id());
      assertThat(posted(message).pings().isEmpty()).isEqualTo(!named.equals(role));
      assertThat(DiscordRenderer.announcement(message, false).getContent())
          .isEqualTo(named.equals(role) ? learners.mention() : "");
    }
  }

  @Test
  void aRoleThatIsChosenArrives() {
    FakeInteraction invited =
        stage.amira.command(stage.general, "coach group invite", Map.of("role", learners));
    stage.answered(invited, stage.amira);

    assertThat(chosen()).contains(role);
    assertThat(role.isEveryone()).isFalse();
  }

  @Test
  void theRoleOfAllIsKnownAsThat() {
    FakeInteraction invited =
        stage.amira.command(
            stage.general, "coach group invite", Map.of("role", stage.guild.everyoneRole()));
    stage.answered(invited, stage.amira);

    assertThat(chosen()).map(RoleRef::isEveryone).contains(true);
  }

  private Optional<RoleRef> chosen() {
    return ((Incoming.CommandCall) stage.inbox.last()).arguments().role("role");
  }

  @Test
  void rolesThatATextNamesArrive() {
    stage.amira.mentionsBot(stage.general, "setup mention:" + learners.mention());
    await().until(() -> !stage.inbox.received().isEmpty());

    Incoming.Typed typed = (Incoming.Typed) stage.inbox.last();
    assertThat(typed.roles()).containsEntry(learners.mention(), role);
    assertThat(typed.roles().get("@everyone")).matches(RoleRef::isEveryone);
    assertThat(typed.roles().get("@here")).matches(RoleRef::isEveryone);
  }
}
