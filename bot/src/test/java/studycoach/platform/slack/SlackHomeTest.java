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
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeView;

/** The tab that belongs to one person. */
@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackHomeTest {
  private static final ActionId CHOOSE = ActionId.of("daily", "choose", "p1z");

  private final SlackStage stage;

  SlackHomeTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
  }

  @AfterEach
  void close() {
    assertThat(stage.slack.failed()).isEmpty();
    stage.close();
  }

  private void updates(String text) {
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of(text)));
  }

  private Incoming.Click click() {
    return stage.last(Incoming.Click.class);
  }

  @Test
  void theHomeIsFilledWhenItIsOpenedAndNotWithTheMessages() {
    stage.replies(Response.PRIVATE, "Your day");

    stage.amira.opensMessages();
    stage.settles();
    assertThat(stage.inbox.received()).isEmpty();

    stage.amira.opensHome();
    await().until(() -> stage.amira.home().isPresent());
    assertThat(stage.amira.home().orElseThrow().text()).isEqualTo("Your day");
    assertThat(stage.last(Incoming.Typed.class).origin().channel()).isEmpty();
    assertThat(stage.amira.direct().messages()).isEmpty();
  }

  private FakeView home(Message message) {
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(message));
    stage.amira.opensHome();
    await().until(() -> stage.amira.home().isPresent());
    return stage.amira.home().orElseThrow();
  }

  @Test
  void anUpdateInTheHomeChangesTheHomeAndAnAnswerComesAsDirectMessage() {
    FakeView home = home(SlackStage.withButton("Your day", "More"));

    updates("Your week");
    stage.amira.presses(home, "More");
    await().until(() -> stage.amira.home().orElseThrow().text().equals("Your week"));
    assertThat(click().origin().channel()).isEmpty();
    assertThat(stage.amira.direct().messages()).isEmpty();

    home = home(SlackStage.withButton("Your day", "More"));
    await().until(() -> stage.amira.home().orElseThrow().text().contains("Your day"));
    stage.replies(Response.PRIVATE, "Here.");
    stage.amira.presses(home, "More");
    stage.sees(stage.amira, stage.amira.direct(), "Here.");
  }

  @Test
  void inTheHomeSeveralChoicesAreMadeToo() {
    List<Control.SelectOption> choices =
        List.of(new Control.SelectOption("A", "1"), new Control.SelectOption("B", "2"));
    FakeView home =
        home(
            Message.of(
                new Block.Controls(List.of(new Control.Select("Choose", CHOOSE, choices, 2, 2)))));

    stage.amira.checks(home, "A", "B");
    stage.amira.presses(home, "Submit");

    assertThat(click().values()).containsExactly("1", "2");
  }
}
