package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person did that waits for the bot's acknowledgement. */
public final class FakeInteraction {
  /** A slash command, a click, a modal that is submitted, one that is closed. */
  enum Kind {
    COMMAND,
    ACTION,
    SUBMISSION,
    CLOSING
  }

  static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration URL_LIFE = Duration.ofMinutes(30);
  private static final int URL_USES = 5;

  final Kind kind;
  final FakePerson person;
  final @Nullable FakeChannel channel;
  final @Nullable FakeSurface source;
  private final String id;
  private final String triggerId;
  private final Instant since;
  private final long dispatched = System.nanoTime();
  private final List<FakeMessage> messages = new ArrayList<>();
  private final List<FakeView> views = new ArrayList<>();
  private ObjectNode payload = Json.object();
  private @Nullable Duration acknowledged;
  private JsonNode answer = Json.object();
  private String failure = "";
  private boolean triggerUsed;
  private int urlUses;

  FakeInteraction(
      Kind kind, FakePerson person, @Nullable FakeChannel channel, @Nullable FakeSurface source) {
    this.kind = kind;
    this.person = person;
    this.channel = channel;
    this.source = source;
    FakeSlack slack = person.workspace.slack;
    id = slack.ids.next("X");
    triggerId = id + ".trigger";
    since = slack.clock.instant();
  }

  /** Who did it. */
  public FakePerson person() {
    return person;
  }

  /** What the bot was told. */
  public ObjectNode payload() {
    return payload;
  }

  /** How long the bot took; empty while it has not acknowledged. */
  public Optional<Duration> acknowledged() {
    synchronized (person.workspace.slack) {
      return Optional.ofNullable(acknowledged);
    }
  }

  /** Whether the person was told that it failed: nothing came within 3 s, or nobody was there. */
  public boolean failed() {
    synchronized (person.workspace.slack) {
      return !failure.isEmpty() || (acknowledged == null && late());
    }
  }

  /** What Slack says of the failure, e.g. {@code operation_timeout}; empty if there is none. */
  public String failure() {
    synchronized (person.workspace.slack) {
      return failure.isEmpty() && failed() ? "operation_timeout" : failure;
    }
  }

  /** What the acknowledgement carried; empty if nothing. */
  public JsonNode answer() {
    synchronized (person.workspace.slack) {
      return answer;
    }
  }

  /** What came by the acknowledgement or the response_url, oldest first. */
  public List<FakeMessage> messages() {
    synchronized (person.workspace.slack) {
      return List.copyOf(messages);
    }
  }

  /** The modals that its trigger or acknowledgement opened or changed. */
  public List<FakeView> views() {
    synchronized (person.workspace.slack) {
      return List.copyOf(views);
    }
  }

  String id() {
    return id;
  }

  String triggerId() {
    return triggerId;
  }

  String responseUrl() {
    return person.workspace.slack.web().url() + "response/" + id;
  }

  void sent(ObjectNode told) {
    payload = told;
  }

  void fails(String how) {
    if (acknowledged == null && failure.isEmpty()) {
      failure = how;
    }
  }

  /** Whether this is the first acknowledgement. */
  boolean acknowledge(JsonNode carried) {
    if (acknowledged != null) {
      return false;
    }
    if (late()) {
      fails("operation_timeout");
    }
    acknowledged = Duration.ofNanos(System.nanoTime() - dispatched);
    answer = carried;
    return failure.isEmpty();
  }

  void add(FakeMessage message) {
    messages.add(message);
  }

  void add(FakeView view) {
    views.add(view);
  }

  /** Takes the trigger, which works once and for 3 s. */
  void useTrigger() {
    if (late()) {
      throw new SlackError("expired_trigger_id");
    }
    if (triggerUsed) {
      throw new SlackError("exchanged_trigger_id");
    }
    triggerUsed = true;
  }

  /** Takes one use of the response_url. */
  void useUrl() {
    if (person.workspace.slack.clock.instant().isAfter(since.plus(URL_LIFE))) {
      throw new SlackError("expired_url");
    }
    if (urlUses++ >= URL_USES) {
      throw new SlackError("used_url");
    }
  }

  private boolean late() {
    return System.nanoTime() - dispatched > PATIENCE.toNanos();
  }
}
