package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.platform.slack.fake.Limits;

/** That Slack takes what is shown, for tests that show something. */
public final class SlackLimits {
  private static final int LONGEST_TEXT = 4_000;
  private static final String ANYWHERE =
      new Spot(
              Spot.Source.SHARED, "U012ABCDEF0", "C012ABCDEF0", "https://a/".repeat(20), "1.000001")
          .encode();

  private SlackLimits() {}

  /** A post fits, now and as an edit, and nothing of it is cut away. */
  public static void assertPost(Message message) {
    assertTaken(message);
    List<SlackRenderer.Drawn> whole = SlackRenderer.answer(message);
    assertThat(whole).as("too long for a post: %s", message).hasSize(1);
    assertThat(SlackRenderer.post(message).json()).isEqualTo(whole.get(0).json());
  }

  /** A post fits, now and as an edit, though perhaps cut. */
  static void assertTaken(Message message) {
    assertNone(Limits.MESSAGE, json(SlackRenderer.post(message)));
  }

  /** An answer fits, in as many messages as it takes, and into a Home. */
  public static void assertAnswer(Message message) {
    SlackRenderer.answer(message).forEach(drawn -> assertNone(Limits.MESSAGE, json(drawn)));
    assertNone(Limits.HOME, home(message));
  }

  public static void assertForm(Modal modal) {
    assertNone(Limits.MODAL, SlackForms.of(modal, ANYWHERE));
  }

  /** All that Slack is sent for some messages. */
  public static String drawn(List<Message> messages) {
    return messages.stream()
        .map(message -> json(SlackRenderer.post(message)) + "\n" + home(message))
        .collect(Collectors.joining("\n"));
  }

  private static String json(SlackRenderer.Drawn drawn) {
    assertThat(drawn.text()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TEXT);
    JsonObject body = new JsonObject();
    body.addProperty("text", drawn.text());
    body.add("blocks", Json.of(drawn.blocks()));
    return body.toString();
  }

  private static String home(Message message) {
    JsonObject view = new JsonObject();
    view.addProperty("type", "home");
    view.add("blocks", Json.of(SlackRenderer.view(message)));
    return view.toString();
  }

  private static void assertNone(Limits limits, String json) {
    assertThat(limits.complaint(json)).as(json).isEmpty();
  }
}
