package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.QUESTION;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.Fault;

@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackFormTest {
  private static final ActionId SAVE = ActionId.of("setup", "save", "7");
  private static final Modal FORM =
      new Modal(
          SAVE,
          "Settings",
          List.of(
              new ModalField("zone", "Time zone", "UTC", true, false, 20),
              new ModalField("note", "Note", "", false, true, 9_000)));

  private final SlackStage stage;

  SlackFormTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void opensForms() {
    stage.inbox.replies(Response.MODAL, incoming -> new Reply.Open(FORM));
  }

  private void waitsForForm() {
    await().until(() -> stage.amira.modal().isPresent());
  }

  private Incoming.ModalSubmit submits(Map<String, String> values) {
    waitsForForm();
    FakeInteraction sent = stage.amira.submits(values);
    await().until(() -> sent.acknowledged().isPresent());
    assertThat(stage.amira.modal()).isEmpty();
    return stage.last(Incoming.ModalSubmit.class);
  }

  @Test
  void aFormOpensAtOnceAndWhatIsWrittenArrives() {
    stage.posts(QUESTION);
    opensForms();

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");
    waitsForForm();
    stage.replies(Response.PRIVATE, "Saved.");
    Incoming.ModalSubmit sent = submits(Map.of("Time zone", "Europe/Paris", "Note", "a\n<b>"));

    assertThat(sent.action()).isEqualTo(SAVE);
    assertThat(sent.values()).isEqualTo(Map.of("zone", "Europe/Paris", "note", "a\n<b>"));
    assertThat(sent.origin().channel()).map(channel -> channel.id()).contains(stage.general.id());
    assertThat(stage.answer(pressed).text()).isEqualTo("Saved.");
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).doesNotContain("Saved.");
  }

  @Test
  void whatIsLeftEmptyArrivesAsNothing() {
    opensForms();
    stage.amira.command(stage.general, "/coach", "report");
    waitsForForm();
    stage.replies(Response.PRIVATE, "Saved.");

    assertThat(submits(Map.of()).values()).isEqualTo(Map.of("zone", "UTC", "note", ""));
    stage.sees(stage.amira, stage.general, "Saved.");
  }

  @Test
  void anUpdateReplacesTheMessageFromWhichTheFormWasOpened() {
    stage.inbox.replies(
        Response.PRIVATE, incoming -> new Reply.Say(SlackStage.withButton("Panel", "Change")));
    stage.answer(stage.amira.command(stage.general, "/coach", "setup"));
    opensForms();
    stage.amira.presses(stage.general, "Change");
    waitsForForm();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("New panel")));

    submits(Map.of());

    stage.sees(stage.amira, stage.general, "New panel");
    assertThat(stage.amira.sees(stage.general)).hasSize(1);
  }

  @Test
  void anUpdateAfterAFormOnWhatOthersSeeStandsBelowForThisPerson() {
    stage.posts(QUESTION);
    opensForms();
    stage.amira.presses(stage.general, "C");
    waitsForForm();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Mine")));

    submits(Map.of());

    stage.sees(stage.amira, stage.general, "Mine");
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).isEqualTo("Which one?\n[C]");
  }

  @Test
  void aFormOpenedInTheHomeChangesTheHome() {
    stage.inbox.replies(
        Response.PRIVATE, incoming -> new Reply.Say(SlackStage.withButton("Your day", "Change")));
    stage.amira.opensHome();
    await().until(() -> stage.amira.home().isPresent());
    opensForms();
    stage.amira.presses(stage.amira.home().orElseThrow(), "Change");
    waitsForForm();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Your night")));

    assertThat(submits(Map.of()).origin().channel()).isEmpty();

    await().until(() -> stage.amira.home().orElseThrow().text().equals("Your night"));
  }

  @Test
  void insteadOfAFormSomethingCanBeSaid() {
    stage.posts(QUESTION);
    stage.replies(Response.MODAL, "Only organisers.");

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");

    assertThat(stage.answer(pressed).text()).isEqualTo("Only organisers.");
    assertThat(stage.answer(pressed).isOnlyFor(stage.amira)).isTrue();
    assertThat(stage.amira.modal()).isEmpty();
  }

  @Test
  void aMessageOpensNoFormAndTellsWhatDoes() {
    opensForms();

    stage.amira.writes("report");

    stage.sees(stage.amira, stage.amira.direct(), "Type /coach instead");
  }

  @Test
  void aFormThatSlackDoesNotTakeInTimeIsToldAndCanBeAskedForAgain() {
    stage.posts(QUESTION);
    opensForms();
    stage.slack.faults().next(1, "views.open", Fault.status(503));

    FakeInteraction pressed = stage.amira.presses(stage.general, "C");

    assertThat(stage.answer(pressed).text()).contains("Please try again");
    stage.amira.presses(stage.general, "C");
    waitsForForm();
  }

  @Test
  void aFormToldThreeTimesCountsOnce() {
    stage.slack.deliveries().repeats(3);
    opensForms();
    stage.amira.command(stage.general, "/coach", "report");
    waitsForForm();
    stage.replies(Response.PRIVATE, "Saved.");

    submits(Map.of());
    stage.settles();

    stage.sees(stage.amira, stage.general, "Saved.");
    assertThat(stage.inbox.received()).hasSize(2);
    assertThat(stage.slack.seenBy(stage.amira, stage.general)).isEqualTo("Saved.");
  }
}
