package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Delivery;
import studycoach.chat.Message;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.markup.Markup;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.Rest;
import studycoach.platform.discord.fake.Upload;
import studycoach.testing.Dots;

@Timeout(60)
class DiscordPicturesTest {
  private static final ActionId DOMAIN = ActionId.of("progress", "domain", 1);

  private final DiscordStage stage = new DiscordStage().started();

  @AfterEach
  void close() {
    assertThat(stage.discord.violations()).isEmpty();
    stage.close();
  }

  private static Message pictured(int colour, String alt) {
    Block words = new Block.Text(Markup.of("in words"));
    return Message.of("Progress")
        .and(
            new Block.Image(Dots.of(colour), alt, List.of(words)),
            new Block.Controls(List.of(new Control.Button("Modeling", DOMAIN))));
  }

  private FakeMessage asksForProgress() {
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(pictured(1, "Two of three")));
    FakeInteraction command = stage.amira.command(stage.general, "coach group show", Map.of());
    stage.answered(command, stage.amira);
    return newest();
  }

  private FakeMessage newest() {
    List<FakeMessage> all = stage.general.messages();
    return all.get(all.size() - 1);
  }

  private List<Upload> uploads() {
    return stage.discord.rest().seen().stream()
        .map(Rest.Seen::request)
        .flatMap(request -> request.files().stream())
        .toList();
  }

  private static JsonNode only(FakeMessage message) {
    JsonNode attachments = message.json().path("attachments");
    assertThat(attachments).hasSize(1);
    return attachments.get(0);
  }

  @Test
  void anAnswerForOnePersonShowsThePictureWithItsAltTextInPlaceOfWords() {
    FakeMessage answer = asksForProgress();

    assertThat(answer.isOnlyFor(stage.amira)).isTrue();
    assertThat(answer.text()).contains("Progress", "<picture-1.png: Two of three>", "[Modeling]");
    assertThat(answer.text()).doesNotContain("in words");
    assertThat(uploads()).singleElement().matches(file -> file.holds(Dots.of(1).bytes()));
  }

  @Test
  void anUpdateReplacesThePicture() {
    FakeMessage answer = asksForProgress();
    String before = only(answer).path("id").asText();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(pictured(2, "All three")));

    stage.amira.presses(answer, "Modeling");

    await().until(() -> answer.text().contains("All three"));
    assertThat(only(answer).path("id").asText()).isNotEqualTo(before);
    assertThat(answer.isOnlyFor(stage.amira)).isTrue();
    assertThat(uploads()).hasSize(2);
  }

  @Test
  void anUpdateWithoutAPictureTakesItAway() {
    FakeMessage answer = asksForProgress();
    stage.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Gone")));

    stage.amira.presses(answer, "Modeling");

    await().until(() -> answer.text().contains("Gone"));
    assertThat(answer.json().path("attachments")).isEmpty();
  }

  @Test
  void anAltTextMayBeAsLongAsTheModelTakes() {
    String alt = "学".repeat(Block.Image.MOST_ALT);
    stage.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(pictured(1, alt)));

    stage.answered(stage.amira.command(stage.general, "coach group show", Map.of()), stage.amira);

    assertThat(only(newest()).path("description").asText()).isEqualTo(alt);
  }

  private String posted() {
    Delivery delivery =
        stage.adapter.send(stage.channel(), pictured(1, "Two of three"), DiscordStage.KEY);
    assertThat(delivery).isInstanceOf(Delivery.Posted.class);
    return newest().text();
  }

  @Test
  void aPostShowsThePicture() {
    assertThat(posted()).contains("<picture-1.png: Two of three>").doesNotContain("in words");
    assertThat(uploads()).singleElement().matches(file -> file.holds(Dots.of(1).bytes()));
  }

  @Test
  void aPostIsInWordsWhereFilesMayNotBeAttached() {
    stage.general.denies(Permission.MESSAGE_ATTACH_FILES);

    await().untilAsserted(() -> assertThat(posted()).contains("in words"));
  }
}
