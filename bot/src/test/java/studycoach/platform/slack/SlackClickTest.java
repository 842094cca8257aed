package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.QUESTION;

import com.slack.api.methods.SlackApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.Fault;
import studycoach.traffic.Traffic;

@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackClickTest {
  private static final ActionId CHOOSE = ActionId.of("daily", "choose", "p1z");

  private final SlackStage stage;

  SlackClickTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
  }

  @AfterEach
  void close() {
    assertThat(stage.slack.failed()).isEmpty();
    stage.close();
  }

  private void postsSelect(int options, int min, int max) {
    List<Control.SelectOption> choices =
        IntStream.range(0, options)
            .mapToObj(i -> new Control.SelectOption("Option " + i, "v" + i))
            .toList();
    stage.posts(
        Message.of(
            new Block.Controls(List.of(new Control.Select("Choose", CHOOSE, choices, min, max)))));
  }

  private FakeMessage post() {
    return stage.general.messages().get(0);
  }

  private void updates(String text) {
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of(text)));
  }

  private Incoming.Click click() {
    return stage.last(Incoming.Click.class);
  }

  @Test
  void aButtonArrivesAndIsAnsweredForThisPersonOnly() {
    stage.replies(Response.PRIVATE, "Right!");
    stage.posts(QUESTION);

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");

    assertThat(stage.answer(pressed).text()).isEqualTo("Right!");
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).doesNotContain("Right!");
    assertThat(click().action()).isEqualTo(SlackStage.ANSWER);
    assertThat(click().values()).isEmpty();
    assertThat(click().origin().channel())
        .contains(new ChannelRef("slack", stage.acme.teamId(), stage.general.id()));
  }

  @Test
  void aPublicAnswerIsSeenByAll() {
    stage.replies(Response.PUBLIC, "The board");
    stage.posts(QUESTION);

    stage.answer(stage.amira.presses(stage.general, "C"));

    assertThat(stage.slack.seenBy(stage.ben, stage.general)).contains("The board");
  }

  @Test
  void inADirectMessageAnAnswerStaysAndAnUpdateReplaces() {
    stage.replies(Response.PRIVATE, "Right!");
    stage.adapter.send(stage.direct(), QUESTION, SlackStage.KEY);

    FakeInteraction pressed = stage.amira.presses(stage.amira.direct(), "C");

    assertThat(stage.answer(pressed).isEphemeral()).isFalse();
    assertThat(click().origin().channel()).isEmpty();
    updates("Page 2");
    stage.answer(stage.amira.presses(stage.amira.direct(), "C"));
    assertThat(stage.slack.seenBy(stage.amira, stage.amira.direct())).isEqualTo("Page 2\n\nRight!");
  }

  @Test
  void aMenuSendsWhatIsChosenAtOnce() {
    postsSelect(12, 1, 1);

    stage.amira.selects(post(), "Choose", "Option 7");

    assertThat(click().action()).isEqualTo(CHOOSE);
    assertThat(click().values()).containsExactly("v7");
  }

  @Test
  void severalChoicesAreSentByTheButtonBelow() {
    postsSelect(6, 3, 3);

    stage.amira.checks(post(), "Option 5", "Option 1", "Option 2");
    stage.ben.checks(post(), "Option 0");
    stage.amira.presses(post(), "Submit");

    assertThat(click().action()).isEqualTo(CHOOSE);
    assertThat(click().values()).containsExactlyInAnyOrder("v5", "v1", "v2");
    assertThat(stage.inbox.received()).hasSize(1);
  }

  @Test
  void tooFewAndTooManyChoicesAreToldAndNotAccepted() {
    postsSelect(6, 2, 3);

    FakeInteraction none = stage.amira.presses(post(), "Submit");
    assertThat(stage.answer(none).text())
        .isEqualTo("Please choose 2 to 3, then Submit; you have chosen 0.");
    assertThat(stage.answer(none).isOnlyFor(stage.amira)).isTrue();
    stage.amira.checks(post(), "Option 0", "Option 1", "Option 2", "Option 3");
    assertThat(stage.answer(stage.amira.presses(post(), "Submit")).text()).contains("chosen 4");

    assertThat(stage.inbox.received()).isEmpty();
  }

  @Test
  void moreThanTenChoicesAreMadeInAMenuAndSentByTheButtonBelow() {
    postsSelect(14, 2, 4);

    stage.amira.selects(post(), "Choose", "Option 13", "Option 3");
    stage.amira.presses(post(), "Submit");

    assertThat(click().values()).containsExactlyInAnyOrder("v13", "v3");
  }

  @Test
  void ofTwoSelectsInOneMessageEachSendsItsOwn() {
    List<Control.SelectOption> choices =
        List.of(new Control.SelectOption("A", "1"), new Control.SelectOption("B", "2"));
    ActionId other = ActionId.of("daily", "other", "p1z");
    stage.posts(
        Message.of(
            new Block.Controls(List.of(new Control.Select("One", CHOOSE, choices, 2, 2))),
            new Block.Controls(List.of(new Control.Select("Two", other, choices, 1, 2)))));

    stage.amira.checks(post(), "B"); // of the last
    stage.amira.presses(post(), other.encode());

    assertThat(click().action()).isEqualTo(other);
    assertThat(click().values()).containsExactly("2");
  }

  @Test
  void aLinkIsFollowedAndNotToldToTheBot() {
    stage.posts(
        QUESTION.and(
            new Block.Controls(
                List.of(new Control.LinkButton("Docs", URI.create("https://a.example/"))))));

    FakeInteraction pressed = stage.amira.presses(stage.general, "Docs");

    await().until(() -> pressed.acknowledged().isPresent());
    assertThat(stage.inbox.received()).isEmpty();
  }

  @Test
  void anUpdateReplacesWhatOnlyThisPersonSees() {
    stage.inbox.replies(
        Response.PRIVATE, incoming -> new Reply.Say(SlackStage.withButton("Page 1", "Next")));
    stage.answer(stage.amira.command(stage.general, "/coach", "board"));
    updates("Page 2");

    stage.answer(stage.amira.presses(stage.general, "Next"));

    assertThat(stage.slack.seenBy(stage.amira, stage.general)).isEqualTo("Page 2");
  }

  @Test
  void anUpdateNeverReplacesWhatOthersSee() {
    updates("Mine");
    stage.posts(QUESTION);

    stage.answer(stage.amira.presses(stage.general, "C"));

    assertThat(stage.slack.seenBy(stage.ben, stage.general)).isEqualTo("Which one?\n[C]");
    assertThat(stage.slack.seenBy(stage.amira, stage.general)).isEqualTo("Which one?\n[C]\n\nMine");
  }

  @Test
  void whenTheAddressOfTheAnswerIsGoneItComesAsDirectMessage() {
    stage.replies(Response.PRIVATE, "Right!");
    stage.posts(QUESTION);
    stage.slack.faults().next(1, "response_url", Fault.status(404));

    stage.amira.presses(stage.general, "C");

    stage.sees(stage.amira, stage.amira.direct(), "Right!");
    stage.replies(Response.PUBLIC, "To all");
    stage.slack.faults().next(1, "response_url", Fault.status(404));
    stage.amira.presses(stage.general, "C");
    stage.sees(stage.ben, stage.general, "To all");
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).doesNotContain("Right!");
  }

  @Test
  void aControlThatIsNotOursIsAnsweredPolitely() throws IOException, SlackApiException {
    String old =
        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"x\","
            + "\"text\":{\"type\":\"plain_text\",\"text\":\"Old\"}}]}]";
    Web.client(
            Optional.of(URI.create(stage.slack.apiUrl())),
            new Traffic(new SimpleMeterRegistry(), "slack"))
        .methods(stage.acme.botToken())
        .chatPostMessage(r -> r.channel(stage.general.id()).text("Hi").blocksAsString(old));

    FakeInteraction pressed = stage.amira.presses(stage.general, "Old");

    assertThat(stage.answer(pressed).text()).contains("older version");
    assertThat(stage.answer(pressed).isOnlyFor(stage.amira)).isTrue();
    assertThat(stage.inbox.received()).isEmpty();
  }
}
