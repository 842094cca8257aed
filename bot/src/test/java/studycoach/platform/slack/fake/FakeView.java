package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A modal that is open, or a person's Home. */
public final class FakeView implements FakeSurface {
  private static final List<String> TAKEN =
      List.of(
          "type",
          "title",
          "submit",
          "close",
          "private_metadata",
          "callback_id",
          "external_id",
          "clear_on_close",
          "notify_on_close");

  final FakePerson person;
  private final ObjectNode json;
  private final Choices choices = new Choices();

  /**
   * @param below the modal that this one covers
   */
  FakeView(FakePerson person, JsonNode view, @Nullable FakeView below) {
    this.person = person;
    FakeWorkspace workspace = person.workspace;
    String id = workspace.slack.ids.next("V");
    json = Json.object().put("id", id).put("team_id", workspace.teamId());
    json.put("app_id", workspace.app.id()).put("app_installed_team_id", workspace.teamId());
    json.put("bot_id", workspace.botId());
    json.put("root_view_id", below == null ? id : below.json.path("root_view_id").asText());
    json.put("previous_view_id", below == null ? null : below.id());
    take(view);
  }

  public String id() {
    return json.path("id").asText();
  }

  /** Changes with every update. */
  public String hash() {
    synchronized (person.workspace.slack) {
      return json.path("hash").asText();
    }
  }

  /** With what its person has typed and chosen as {@code state}. */
  @Override
  public ObjectNode json() {
    synchronized (person.workspace.slack) {
      ObjectNode now = json.deepCopy();
      now.putObject("state").set("values", choices.values(person, json));
      return now;
    }
  }

  @Override
  public String text() {
    synchronized (person.workspace.slack) {
      String title = json.path("title").path("text").asText();
      String blocks = new Seen(new Words(person.workspace)).blocks(json.path("blocks"));
      return title.isEmpty() ? blocks : title + "\n" + blocks;
    }
  }

  @Override
  public Choices choices() {
    return choices;
  }

  void take(JsonNode view) {
    Ids ids = person.workspace.slack.ids;
    TAKEN.forEach(json::remove);
    json.put("private_metadata", "").put("callback_id", "").put("external_id", "");
    json.put("clear_on_close", false).put("notify_on_close", false);
    json.putNull("title").putNull("submit").putNull("close");
    for (String key : TAKEN) {
      if (view.hasNonNull(key)) {
        json.set(key, view.get(key).deepCopy());
      }
    }
    json.set("blocks", new Kept(ids).blocks(view.path("blocks")));
    json.put("hash", ids.ts());
  }
}
