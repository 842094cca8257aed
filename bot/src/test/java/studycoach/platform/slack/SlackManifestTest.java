package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Incoming;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeChannel;

/** That the app which the manifest makes can do all that the bot does. */
@Timeout(60)
class SlackManifestTest {
  private final SlackStage stage = new SlackStage();

  @AfterEach
  void close() {
    stage.close();
  }

  private static Command command(String name) {
    return new Command(
        name,
        "Does " + name,
        Response.PRIVATE,
        Permission.EVERYONE,
        List.<Option>of(),
        call -> new Reply.Nothing());
  }

  private static JsonNode manifest(String... url) {
    String yaml =
        SlackManifest.of(
            "study",
            List.of(command("group show"), command("group pause"), command("today")),
            Stream.of(url).findFirst().map(URI::create));
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new ObjectMapper().valueToTree(read);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> scopes() {
    return texts(manifest().at("/oauth_config/scopes/bot"));
  }

  private static List<String> events() {
    return texts(manifest().at("/settings/event_subscriptions/bot_events"));
  }

  @Test
  void itNamesTheCommandAndHintsAtWhatCanFollow() {
    JsonNode command = manifest().at("/features/slash_commands/0");

    assertThat(command.path("command").asText()).isEqualTo("/study");
    assertThat(command.path("usage_hint").asText()).isEqualTo("[group | today]");
    assertThat(command.path("should_escape").asBoolean()).isTrue();
    assertThat(command.path("description").asText()).hasSizeLessThan(140);
    assertThat(manifest().at("/display_information/description").asText()).hasSizeLessThan(140);
    assertThat(manifest().at("/settings/socket_mode_enabled").asBoolean()).isTrue();
  }

  @Test
  void withAnAddressEverythingIsSentThere() {
    JsonNode manifest = manifest("https://coach.example.org");

    assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
    assertThat(
            Stream.of(
                    "/features/slash_commands/0/url",
                    "/settings/event_subscriptions/request_url",
                    "/settings/interactivity/request_url")
                .map(place -> manifest.at(place).asText()))
        .containsOnly("https://coach.example.org/slack/events");
  }

  @Test
  void itsScopesAndEventsAreEnough() {
    stage.acme.app().scopes(scopes()).events(events());
    FakeChannel hidden = stage.acme.privateChannel("hidden").createdBy(stage.amira).withoutBot();
    stage.started();
    stage.replies(Response.PRIVATE, "Done.");

    hidden.invites(stage.amira);
    await().until(() -> stage.inbox.welcomed().size() == 1);
    List<Destination> places = List.of(stage.channel(), stage.channel(hidden), stage.direct());
    for (int i = 0; i < places.size(); i++) {
      PostKey key = PostKey.of(i);
      assertThat(stage.adapter.send(places.get(i), SlackStage.QUESTION, key))
          .isInstanceOf(Delivery.Posted.class);
      assertThat(stage.adapter.find(places.get(i), key)).isPresent();
    }
    stage.amira.opensHome();
    await().until(() -> stage.amira.home().isPresent());
    stage.amira.writes("streak");
    stage.sees(stage.amira, stage.amira.direct(), "Done.");
    stage.amira.named("Amira!", "A").mentionsBot(hidden, "setup");
    stage.sees(stage.amira, hidden, "Done.");

    Incoming.Typed mention = stage.last(Incoming.Typed.class);
    assertThat(mention.origin().manager()).isTrue();
    assertThat(stage.adapter.examine(List.of(), List.of())).allMatch(Finding::good);
    assertThat(stage.slack.exchanges()).noneMatch(one -> one.error().equals("missing_scope"));
  }
}
