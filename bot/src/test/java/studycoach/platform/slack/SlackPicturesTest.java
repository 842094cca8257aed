package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Delivery;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.markup.Markup;
import studycoach.platform.slack.fake.FakeFile;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.Fault;
import studycoach.testing.Dots;

@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackPicturesTest {
  private static final ActionId DOMAIN = ActionId.of("progress", "domain", 1);
  private static final String BELOW = "The same as a picture is in your direct messages with me.";

  private final SlackStage stage;

  SlackPicturesTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(pictured()));
  }

  @AfterEach
  void close() {
    assertThat(stage.slack.failed()).isEmpty();
    stage.close();
  }

  private static Message pictured() {
    Block words = new Block.Text(Markup.of("in words"));
    return Message.of(
        new Block.Title(Markup.of("Progress")),
        new Block.Image(Dots.of(1), "Two of three", List.of(words)),
        new Block.Controls(List.of(new Control.Button("Modeling", DOMAIN))));
  }

  private FakeMessage asksForProgress() {
    return stage.answer(stage.amira.command(stage.general, "/coach", "progress"));
  }

  private List<FakeMessage> direct() {
    return stage.amira.direct().messages();
  }

  @Test
  void thePictureComesByDirectMessageAndTheAnswerSaysSo() {
    FakeMessage answer = asksForProgress();

    assertThat(answer.isOnlyFor(stage.amira)).isTrue();
    assertThat(answer.text()).contains("in words", BELOW, "[Modeling]");
    assertThat(direct())
        .singleElement()
        .extracting(FakeMessage::text)
        .asString()
        .isEqualTo("<Progress: Two of three>");
    assertThat(stage.slack.files())
        .singleElement()
        .matches(file -> file.holds(Dots.of(1).bytes()) && file.name().endsWith(".png"));
    assertThat(stage.slack.seenBy(stage.ben, stage.general)).doesNotContain("in words");
  }

  @Test
  void withoutTheScopeTheAnswerIsInWordsAlone() {
    stage.acme.app().lacks("files:write");

    FakeMessage answer = asksForProgress();

    assertThat(answer.text()).contains("in words").doesNotContain(BELOW);
    assertThat(direct()).isEmpty();
  }

  @Test
  void ifTheUploadFailsTheAnswerIsInWordsAlone() {
    stage.slack.faults().next(1, "upload", Fault.status(500));

    FakeMessage answer = asksForProgress();

    assertThat(answer.text()).contains("in words").doesNotContain(BELOW);
    assertThat(direct()).isEmpty();
    assertThat(stage.slack.files()).noneMatch(file -> file.holds(Dots.of(1).bytes()));
  }

  @Test
  void anUpdateSendsNoPictureAgain() {
    FakeMessage answer = asksForProgress();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(pictured()));

    stage.amira.presses(answer, "Modeling");

    await().until(() -> !answer.text().contains(BELOW));
    assertThat(answer.text()).contains("in words");
    assertThat(stage.slack.files()).extracting(FakeFile::alt).containsExactly("Two of three");
  }

  @Test
  void anAltTextMayBeAsLongAsTheModelTakes() {
    String alt = "学".repeat(Block.Image.MOST_ALT);
    Block image = new Block.Image(Dots.of(1), alt, List.of(new Block.Divider()));
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(Message.of(image)));

    asksForProgress();

    assertThat(stage.slack.files()).extracting(FakeFile::alt).containsExactly(alt);
  }

  private FakeMessage posted() {
    Delivery delivery = stage.adapter.send(stage.channel(), pictured(), SlackStage.KEY);
    assertThat(delivery).isInstanceOf(Delivery.Posted.class);
    List<FakeMessage> all = stage.general.messages();
    return all.get(all.size() - 1);
  }

  @Test
  void aPostHasItsPictureInAThreadBelow() {
    FakeMessage post = posted();

    assertThat(post.text()).contains("in words");
    assertThat(stage.general.thread(post))
        .singleElement()
        .extracting(FakeMessage::text)
        .asString()
        .isEqualTo("<Progress: Two of three>");
  }

  @Test
  void aPostStandsThoughItsPictureIsNotTaken() {
    stage.acme.app().lacks("files:write");

    assertThat(stage.general.thread(posted())).isEmpty();
  }
}
