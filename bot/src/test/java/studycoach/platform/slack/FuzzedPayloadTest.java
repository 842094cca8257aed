package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.slf4j.LoggerFactory;
import studycoach.chat.ActionId;
import studycoach.platform.slack.fake.Signature;

/** Whatever Slack sends: it is taken or refused, and fills no log. */
class FuzzedPayloadTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int HUGE = 20_000;
  private static final int MOST_CHANGES = 3;
  private static final String DEEP = "deep";
  private static final int DEEPEST = 30_000;

  private final SlackStage stage = new SlackStage(SlackStage.Way.HTTP).started();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private int sent;

  @BeforeProperty
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterProperty
  void close() {
    root.detachAppender(log);
    stage.close();
  }

  private ObjectNode command() {
    return JSON.objectNode()
        .put("team_id", stage.acme.teamId())
        .put("channel_id", stage.general.id())
        .put("user_id", stage.amira.id())
        .put("user_name", "amira")
        .put("command", "/coach")
        .put("text", "streak <@U1|ben> &amp;")
        .put("response_url", "http://127.0.0.1:9/none")
        .put("trigger_id", "1.2." + sent);
  }

  private ObjectNode interactive(String type) {
    ObjectNode payload = JSON.objectNode().put("type", type).put("trigger_id", "3.4." + sent);
    payload.putObject("team").put("id", stage.acme.teamId()).put("domain", "acme");
    payload.putObject("user").put("id", stage.amira.id()).put("username", "amira");
    return payload;
  }

  private ObjectNode press() {
    ObjectNode payload = interactive("block_actions");
    payload.put("response_url", "http://127.0.0.1:9/none");
    payload.putObject("channel").put("id", stage.general.id()).put("name", "general");
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", "1.2")
        .put("is_ephemeral", true);
    payload.putObject("message").put("ts", "1.2").put("text", "?").putArray("blocks");
    ObjectNode values = payload.putObject("state").putObject("values");
    ObjectNode chosen = values.putObject("b").putObject("b").put("type", "checkboxes");
    chosen.putArray("selected_options").addObject().put("value", "1");
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("block_id", "c")
        .put("action_id", ActionId.of("daily", "answer", 1, 2).encode())
        .put("value", "b 1 2")
        .put("action_ts", "1.2");
    return payload;
  }

  private ObjectNode choice() {
    ObjectNode payload = press();
    ObjectNode action = (ObjectNode) payload.withArray("actions").get(0);
    action.put("type", "static_select").putObject("selected_option").put("value", "1");
    return payload;
  }

  private ObjectNode form() {
    ObjectNode payload = interactive("view_submission");
    ObjectNode view = payload.putObject("view").put("type", "modal").put("id", "V" + sent);
    view.put("hash", "h").put("callback_id", "report:send:1");
    view.put("private_metadata", "OWN\n" + stage.general.id() + "\n\n");
    view.putObject("state")
        .putObject("values")
        .putObject("wrong")
        .putObject("wrong")
        .put("type", "plain_text_input")
        .put("value", "a word");
    return payload;
  }

  private ObjectNode event(String type) {
    ObjectNode payload =
        JSON.objectNode()
            .put("type", "event_callback")
            .put("team_id", stage.acme.teamId())
            .put("event_id", "Ev" + sent);
    payload.putArray("authorizations").addObject().put("team_id", stage.acme.teamId());
    payload
        .putObject("event")
        .put("type", type)
        .put("user", type.startsWith("member") ? stage.acme.botUserId() : stage.amira.id())
        .put("text", "streak <@U1>")
        .put("channel", type.equals("message") ? "D1" : stage.general.id())
        .put("channel_type", type.equals("message") ? "im" : "channel")
        .put("tab", "home")
        .put("ts", "1.2")
        .put("event_ts", "1700000000.000100");
    return payload;
  }

  private String body(int kind, Random random) {
    sent++;
    ObjectNode payload =
        switch (kind) {
          case 0 -> command();
          case 1 -> press();
          case 2 -> choice();
          case 3 -> form();
          case 4 -> event("message");
          case 5 -> event("app_mention");
          case 6 -> event("app_home_opened");
          default -> event("member_joined_channel");
        };
    for (int change = random.nextInt(MOST_CHANGES + 1); change > 0; change--) {
      change(payload, random);
    }
    if (kind == 0) {
      List<String> fields = new ArrayList<>();
      payload
          .properties()
          .forEach(field -> fields.add(field.getKey() + "=" + encoded(field.getValue().asText())));
      return String.join("&", fields);
    }
    int levels = random.nextInt(DEEPEST);
    String text =
        payload.toString().replace("\"" + DEEP + "\"", "[".repeat(levels) + "]".repeat(levels));
    return kind <= 3 ? "payload=" + encoded(text) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Drops a value, anywhere, or puts another in its place. */
  private static void change(ObjectNode payload, Random random) {
    List<Runnable> changes = new ArrayList<>();
    collect(payload, changes, random);
    if (!changes.isEmpty()) {
      changes.get(random.nextInt(changes.size())).run();
    }
  }

  private static void collect(JsonNode node, List<Runnable> changes, Random random) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                changes.add(() -> object.remove(field.getKey()));
                changes.add(() -> object.set(field.getKey(), junk(random)));
                collect(field.getValue(), changes, random);
              });
    } else if (node instanceof ArrayNode array) {
      changes.add(() -> array.add(junk(random)));
      changes.add(array::removeAll);
      array.forEach(entry -> collect(entry, changes, random));
    }
  }

  private static JsonNode junk(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.numberNode(1e300);
      case 3 -> JSON.booleanNode(random.nextBoolean());
      case 4 -> JSON.objectNode();
      case 5 -> JSON.arrayNode();
      case 6 -> JSON.arrayNode().addNull();
      case 7 -> JSON.objectNode().putNull("id").putNull("value");
      case 8 -> JSON.textNode("");
      case 9 -> JSON.textNode("\ud83d \u0000\u202e<@>|<!subteam^>");
      case 10 -> JSON.textNode("😀".repeat(random.nextInt(HUGE)));
      default -> JSON.textNode(DEEP);
    };
  }

  @Provide
  Arbitrary<Integer> kinds() {
    return Arbitraries.integers().between(0, 7);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void isTakenOrRefusedInOneLine(@ForAll("kinds") int kind, @ForAll long seed) {
    String body = body(kind, new Random(seed));

    int status = stage.slack.http().posts(stage.slack.app(), body, Signature.GOOD).status();

    assertThat(status).as(shortened(body)).isIn(200, 400, 404);
    List<ILoggingEvent> said = List.copyOf(log.list);
    log.list.clear();
    assertThat(said)
        .as(shortened(body))
        .allSatisfy(
            event -> {
              assertThat(event.getLevel().isGreaterOrEqual(Level.ERROR))
                  .as(event.getFormattedMessage())
                  .isFalse();
              assertThat(event.getThrowableProxy()).as(event.getFormattedMessage()).isNull();
              assertThat(event.getFormattedMessage().length()).isLessThan(1_000);
            });
  }

  private static String shortened(String body) {
    return body.substring(0, Math.min(body.length(), 1_000));
  }
}
