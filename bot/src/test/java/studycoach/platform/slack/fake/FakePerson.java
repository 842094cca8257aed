package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the bot; does only what Slack's own client would let them do. */
public final class FakePerson {
  final FakeWorkspace workspace;
  private final String id;
  private final String name;
  private final Profile profile;
  private @Nullable FakeChannel direct;
  private @Nullable FakeView home;
  final Deque<FakeView> modals = new ArrayDeque<>();

  FakePerson(FakeWorkspace workspace, String name) {
    this.workspace = workspace;
    this.id = workspace.slack.ids.next("U");
    this.name = name;
    profile = new Profile(name);
  }

  public String id() {
    return id;
  }

  /** The user name, which others type after an {@code @}. */
  public String name() {
    return name;
  }

  /** Sets the names that others see; the display name may be empty. */
  public FakePerson named(String display, String real) {
    profile.displayName = display;
    profile.realName = real;
    return this;
  }

  public FakePerson admin() {
    profile.admin = true;
    return this;
  }

  public FakePerson owner() {
    profile.owner = true;
    return this;
  }

  public FakePerson livesIn(ZoneId otherZone) {
    profile.zone = otherZone;
    return this;
  }

  public void leaves(FakeChannel channel) {
    synchronized (workspace.slack) {
      channel.left(this);
    }
  }

  public void joins(FakeChannel channel) {
    synchronized (workspace.slack) {
      channel.joined(this);
    }
  }

  /** Their direct messages with the bot. */
  public FakeChannel direct() {
    synchronized (workspace.slack) {
      if (direct == null) {
        direct = workspace.add(new FakeChannel(workspace, name, FakeChannel.Kind.DIRECT, this));
      }
      return direct;
    }
  }

  /**
   * Types a slash command.
   *
   * @param text what stands after it; {@code @name}, {@code #channel} and {@code @handle} of what
   *     is in the workspace become mentions
   */
  public FakeInteraction command(FakeChannel channel, String command, String text) {
    synchronized (workspace.slack) {
      var interaction = new FakeInteraction(FakeInteraction.Kind.COMMAND, this, channel, null);
      return send(interaction, "slash_commands", Payloads.command(interaction, command, text));
    }
  }

  /** Presses the newest button in the channel with this text or action_id. */
  public FakeInteraction presses(FakeChannel channel, String button) {
    synchronized (workspace.slack) {
      FakeMessage newest =
          sees(channel).stream()
              .filter(message -> Hand.sees(message, button))
              .reduce((earlier, later) -> later)
              .orElseThrow(
                  () -> new AssertionError("no button " + button + " in\n" + screen(channel)));
      return presses(newest, button);
    }
  }

  /** Presses a button of a message, a modal or Home. */
  public FakeInteraction presses(FakeSurface surface, String button) {
    synchronized (workspace.slack) {
      return new Hand(this, surface).presses(button);
    }
  }

  /**
   * Chooses from a select, radio buttons, or a picker of dates and times; all that is chosen then.
   *
   * @param select its placeholder, label, action_id or block_id
   * @param options by text or value
   */
  public FakeInteraction selects(FakeSurface surface, String select, String... options) {
    synchronized (workspace.slack) {
      return new Hand(this, surface).selects(select, List.of(options));
    }
  }

  /** Ticks exactly these boxes of the last group of checkboxes. */
  public FakeInteraction checks(FakeSurface surface, String... options) {
    synchronized (workspace.slack) {
      return new Hand(this, surface).checks(List.of(options));
    }
  }

  /** The modal on top. */
  public Optional<FakeView> modal() {
    synchronized (workspace.slack) {
      return Optional.ofNullable(modals.peek());
    }
  }

  /**
   * Fills in the modal on top and submits it.
   *
   * @param fields by label, block_id or action_id: a text, an option, or a list of options
   */
  public FakeInteraction submits(Map<String, ?> fields) {
    synchronized (workspace.slack) {
      FakeView view = modal().orElseThrow(() -> new AssertionError("no modal is open"));
      new FilledModal(view).fill(fields);
      var interaction = new FakeInteraction(FakeInteraction.Kind.SUBMISSION, this, null, view);
      return send(interaction, "interactive", Payloads.submission(interaction, view));
    }
  }

  /** Closes the modal on top; the bot is told only if that modal asks for it. */
  public Optional<FakeInteraction> closes() {
    synchronized (workspace.slack) {
      FakeView view = modal().orElseThrow(() -> new AssertionError("no modal is open"));
      modals.pop();
      if (!view.json().path("notify_on_close").asBoolean()) {
        return Optional.empty();
      }
      var interaction = new FakeInteraction(FakeInteraction.Kind.CLOSING, this, null, view);
      return Optional.of(send(interaction, "interactive", Payloads.closing(interaction, view)));
    }
  }

  /** Writes a direct message to the bot. */
  public FakeMessage writes(String text) {
    return writes(direct(), text);
  }

  public FakeMessage mentionsBot(FakeChannel channel, String text) {
    return writes(channel, "<@" + workspace.botUserId() + "> " + text);
  }

  public FakeMessage writes(FakeChannel channel, String text) {
    synchronized (workspace.slack) {
      return new Conversation(channel).written(this, text);
    }
  }

  /** Replies in the thread of a message. */
  public FakeMessage replies(FakeMessage parent, String text) {
    synchronized (workspace.slack) {
      return new Conversation(parent.channel).replied(this, parent, text);
    }
  }

  /** Opens the bot's Home tab. */
  public void opensHome() {
    opens("home");
  }

  /** Opens the bot's Messages tab. */
  public void opensMessages() {
    opens("messages");
  }

  private void opens(String tab) {
    synchronized (workspace.slack) {
      workspace.tells("app_home_opened", Payloads.opened(this, tab));
    }
  }

  /** What is published as their Home. */
  public Optional<FakeView> home() {
    synchronized (workspace.slack) {
      return Optional.ofNullable(home);
    }
  }

  /** What they see of a channel now, outside of threads, oldest first. */
  public List<FakeMessage> sees(FakeChannel channel) {
    return channel.messages().stream().filter(this::sees).toList();
  }

  /** What they see of a message's thread now, oldest first. */
  public List<FakeMessage> seesBelow(FakeMessage parent) {
    return parent.channel.thread(parent).stream().filter(this::sees).toList();
  }

  private boolean sees(FakeMessage message) {
    return message.onlyFor == null || message.onlyFor == this;
  }

  String screen(FakeChannel channel) {
    return sees(channel).stream().map(FakeMessage::text).collect(Collectors.joining("\n\n"));
  }

  FakeInteraction send(FakeInteraction interaction, String type, ObjectNode payload) {
    workspace.slack.add(interaction);
    interaction.sent(payload);
    workspace.slack.deliveries().send(workspace.app, type, payload, interaction);
    return interaction;
  }

  void home(FakeView published) {
    home = published;
  }

  String shownAs() {
    return profile.shownAs();
  }

  ObjectNode json() {
    return profile.json(this);
  }
}
