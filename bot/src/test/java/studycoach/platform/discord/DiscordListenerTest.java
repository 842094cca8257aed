package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.CommandLine;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.platform.discord.fake.FakeInteraction;

@Timeout(60)
class DiscordListenerTest {
  private static final int REPLY_LATER = 5;
  private static final int UPDATE_LATER = 6;
  private static final int MODAL = 9;

  private final DiscordStage stage = new DiscordStage().started();

  @AfterEach
  void close() {
    assertThat(stage.discord.violations()).isEmpty();
    assertThat(stage.discord.failed()).isEmpty();
    stage.close();
  }

  private FakeInteraction shows() {
    return stage.amira.command(stage.general, "coach group show", Map.of());
  }

  @Test
  void aCommandArrivesWithItsOptionsAndIsAnsweredPrivately() {
    stage.inbox.replies(Response.PRIVATE, incoming -> Reply.say("Done."));
    stage.amira.manages();

    FakeInteraction setup =
        stage.amira.command(
            stage.general,
            "coach setup",
            Map.of("exam", "a \"b\\", "questions", 3, "feedback", "sealed", "from", "2026-11-21"));

    assertThat(stage.answered(setup, stage.amira)).isEqualTo("Done.");
    assertThat(stage.answered(setup, stage.ben)).isEmpty();
    assertThat(setup.callback()).isEqualTo(REPLY_LATER);
    Incoming.CommandCall call = (Incoming.CommandCall) stage.inbox.last();
    assertThat(call.command()).isEqualTo("setup");
    assertThat(call.arguments().values())
        .isEqualTo(
            Map.of(
                "exam",
                "a \"b\\",
                "questions",
                3,
                "feedback",
                "sealed",
                "from",
                LocalDate.of(2026, 11, 21)));
    assertThat(call.origin())
        .isEqualTo(
            new Origin(
                DiscordDecoder.account(stage.amira.id()),
                "amira",
                Optional.of(new ChannelRef("discord", stage.guild.id(), stage.general.id())),
                true));
  }

  @Test
  void peopleAndFlagsArrive() {
    FakeInteraction invited =
        stage.amira.command(
            stage.general, "coach group invite", Map.of("who", stage.ben, "organiser", true));

    stage.answered(invited, stage.amira);

    Incoming.CommandCall call = (Incoming.CommandCall) stage.inbox.last();
    assertThat(call.arguments().person("who")).contains(DiscordDecoder.account(stage.ben.id()));
    assertThat(call.arguments().flag("organiser")).contains(true);
    assertThat(call.origin().manager()).isFalse();
  }

  @Test
  void aDateThatIsNoneGetsTheErrorThatATypedOneGets() {
    stage.answered(
        stage.amira.command(stage.general, "coach setup", Map.of("from", "soon")), stage.amira);

    Incoming.Typed typed = (Incoming.Typed) stage.inbox.last();
    assertThatThrownBy(() -> CommandLine.parse(DiscordCommandsTest.COMMANDS, typed))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("“soon” does not fit from");
  }

  @Test
  void aPublicAnswerIsSeenByAll() {
    stage.inbox.replies(Response.PUBLIC, incoming -> Reply.say("Here you are."));

    assertThat(stage.answered(shows(), stage.ben)).isEqualTo("Here you are.");
  }

  @Test
  void nothingLeavesNothing() {
    FakeInteraction shown = shows();

    assertThat(stage.answered(shown, stage.amira)).isEmpty();
  }

  @Test
  void aLongAnswerComesInSeveralMessagesOnlyForThisPerson() {
    Message answer = Message.of("word ".repeat(2_000) + "end");
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(answer));

    FakeInteraction shown = shows();

    await().until(() -> stage.answered(shown, stage.amira).contains("end"));
    assertThat(stage.amira.sees(stage.general)).hasSize(2);
    assertThat(stage.ben.sees(stage.general)).isEmpty();
  }

  @Test
  void aPrivateMessageIsReplacedAfterARestartToo() {
    stage.inbox.replies(
        Response.PRIVATE, incoming -> new Reply.Say(DiscordStage.withButton("Page 1", "Next")));
    stage.answered(shows(), stage.amira);
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Page 2")));
    stage.restart();

    FakeInteraction pressed = stage.amira.presses(stage.general, "Next");

    await().until(() -> stage.answered(pressed, stage.amira).equals("Page 2"));
    assertThat(pressed.callback()).isEqualTo(UPDATE_LATER);
  }

  @Test
  void whatIsSaidInsteadOfAnUpdateStandsBelowAndIsPrivate() {
    stage.inbox.replies(
        Response.PRIVATE, incoming -> new Reply.Say(DiscordStage.withButton("Page 1", "Next")));
    stage.answered(shows(), stage.amira);
    stage.inbox.replies(Response.UPDATE, incoming -> Reply.say("Too late."));

    FakeInteraction pressed = stage.amira.presses(stage.general, "Next");

    await().until(() -> stage.answered(pressed, stage.amira).equals("Page 1\n[Next]\n\nToo late."));
    assertThat(stage.ben.sees(stage.general)).isEmpty();
  }

  @Test
  void anUpdateNeverReplacesWhatOthersSee() {
    stage.adapter.send(stage.channel(), DiscordStage.QUESTION, DiscordStage.KEY);
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Wrong.")));

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");

    await().until(() -> stage.answered(pressed, stage.amira).contains("Wrong."));
    assertThat(stage.answered(pressed, stage.ben)).isEqualTo("Which one?\n[C]");
  }

  @Test
  void whatIsChosenArrives() {
    ActionId id = ActionId.of("daily", "choose", "p1");
    List<Control.SelectOption> choices =
        List.of(new Control.SelectOption("A", "1"), new Control.SelectOption("B", "2"));
    Control select = new Control.Select("Choose 1 to 2", id, choices, 1, 2);
    stage.adapter.send(
        stage.channel(), Message.of(new Block.Controls(List.of(select))), DiscordStage.KEY);

    stage.answered(stage.amira.chooses(stage.general, "Choose 1 to 2", "A", "B"), stage.amira);

    Incoming.Click click = (Incoming.Click) stage.inbox.last();
    assertThat(click.action()).isEqualTo(id);
    assertThat(click.values()).containsExactly("1", "2");
  }

  @Test
  void aFormOpensAtOnceAndWhatIsWrittenArrives() {
    ActionId save = ActionId.of("setup", "save", "7");
    ModalField field = new ModalField("zone", "Time zone", "UTC", true, false, 20);
    Modal modal = new Modal(save, "Settings", List.of(field));
    stage.adapter.send(stage.channel(), DiscordStage.QUESTION, DiscordStage.KEY);
    stage.inbox.replies(Response.MODAL, incoming -> new Reply.Open(modal));
    FakeInteraction pressed = stage.amira.presses(stage.general, "C");
    await().until(() -> pressed.callback() == MODAL);
    stage.inbox.replies(Response.PRIVATE, incoming -> Reply.say("Saved."));

    FakeInteraction sent = stage.amira.submits(pressed, Map.of("Time zone", "Europe/Paris"));

    assertThat(stage.answered(sent, stage.amira)).contains("Saved.");
    Incoming.ModalSubmit submit = (Incoming.ModalSubmit) stage.inbox.last();
    assertThat(submit.action()).isEqualTo(save);
    assertThat(submit.values()).isEqualTo(Map.of("zone", "Europe/Paris"));
  }

  @Test
  void whatIsWrongInsteadOfAFormIsToldPrivately() {
    stage.adapter.send(stage.channel(), DiscordStage.QUESTION, DiscordStage.KEY);
    stage.inbox.replies(Response.MODAL, incoming -> Reply.say("Only organisers."));

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");

    assertThat(stage.answered(pressed, stage.amira)).contains("Only organisers.");
    assertThat(stage.answered(pressed, stage.ben)).doesNotContain("Only organisers.");
  }

  @Test
  void aTextOptionIsCompletedInAnyLetterCase() {
    FakeInteraction typing =
        stage.amira.types(stage.general, "coach setup", "exam", "ML", Map.of());

    await().until(() -> typing.answer().isPresent());
    assertThat(typing.answer().orElseThrow().findValuesAsText("value"))
        .containsExactly("MLS-C01", "mla-c01");
  }

  @Test
  void aDirectMessageIsReadAndAnsweredThere() {
    stage.inbox.replies(Response.PRIVATE, incoming -> Reply.say("5 days"));

    stage.amira.writes("streak");

    await().until(() -> stage.discord.seenBy(stage.amira, stage.amira.direct()).contains("5 days"));
    Incoming.Typed typed = (Incoming.Typed) stage.inbox.last();
    assertThat(typed.line()).isEqualTo("streak");
    assertThat(typed.origin().channel()).isEmpty();
    assertThat(stage.inbox.received()).hasSize(1);
  }

  @Test
  void aMentionIsAnsweredForThisPersonOnly() {
    stage.inbox.replies(Response.PRIVATE, incoming -> Reply.say("5 days"));

    stage.ben.writes(stage.general, "streak");
    stage.amira.mentionsBot(stage.general, "streak");

    await().until(() -> stage.discord.seenBy(stage.amira, stage.amira.direct()).contains("5 days"));
    assertThat(stage.discord.seenBy(stage.amira, stage.general)).doesNotContain("5 days");
    assertThat(((Incoming.Typed) stage.inbox.last()).line()).isEqualTo("streak");
    assertThat(stage.inbox.received()).hasSize(1);
  }

  @Test
  void closedDirectMessagesAreToldOnceInTheChannel() {
    stage.inbox.replies(Response.PRIVATE, incoming -> Reply.say("5 days"));
    stage.amira.closesDirectMessages();

    stage.amira.mentionsBot(stage.general, "streak");

    await().until(() -> stage.discord.seenBy(stage.ben, stage.general).contains("are closed"));
    assertThat(stage.discord.seenBy(stage.ben, stage.general)).doesNotContain("5 days");
  }

  @Test
  void aControlThatIsNotOursIsAnsweredPolitely() throws Exception {
    String row =
        "{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"Old\",\"custom_id\":\"x\"}]}";
    HttpRequest post =
        HttpRequest.newBuilder(
                URI.create(stage.discord.apiUrl() + "channels/" + stage.general.id() + "/messages"))
            .header("Authorization", "Bot " + stage.discord.token())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"content\":\"Hi\",\"components\":[" + row + "]}"))
            .build();
    HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.discarding());

    FakeInteraction pressed = stage.amira.presses(stage.general, "Old");

    assertThat(stage.answered(pressed, stage.amira)).contains("older version");
    assertThat(stage.inbox.received()).isEmpty();
  }

  @Test
  void whatCannotBeDrawnIsAnsweredWithARegret() {
    stage.inbox.replies(
        Response.PRIVATE,
        incoming -> {
          throw new IllegalStateException("a bug");
        });

    assertThat(stage.answered(shows(), stage.amira)).contains("Sorry");
  }
}
