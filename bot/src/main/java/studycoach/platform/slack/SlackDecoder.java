package studycoach.platform.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.ViewState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.traffic.Traffic;

/** What Slack says that people do → {@link Incoming}. */
final class SlackDecoder {
  static final String PLATFORM = "slack";
  private static final String HOME_TAB = "home";
  private static final String HOME_LINE = "";
  private static final int MICRO_DIGITS = 6;

  private SlackDecoder() {}

  /** An account, which every workspace numbers by itself. */
  static UserRef account(String workspace, String id) {
    return new UserRef(PLATFORM, workspace, id);
  }

  private static Origin origin(Workspace workspace, Spot spot, String name) {
    String user = spot.user();
    return spot.isDirect()
        ? new Origin(account(workspace.id(), user), name, Optional.empty(), false)
        : new Origin(
            account(workspace.id(), user),
            name,
            Optional.of(new ChannelRef(PLATFORM, workspace.id(), spot.channel())),
            () -> workspace.people().manages(user, spot.channel()));
  }

  static Heard command(Workspace workspace, SlashCommandPayload payload) {
    Spot spot =
        new Spot(
            Spot.Source.COMMAND,
            payload.getUserId(),
            payload.getChannelId(),
            text(payload.getResponseUrl()),
            "");
    return new Heard(
        payload.getTriggerId(),
        workspace,
        spot,
        origin(workspace, spot, text(payload.getUserName())),
        origin -> Typed.of(workspace, origin, text(payload.getText())),
        payload.getTriggerId());
  }

  /**
   * A button or a select; empty if it means nothing by itself.
   *
   * @throws UserError in {@link Heard#incoming()} if its id is none of ours, or the choices made
   *     are too few or too many
   */
  static Optional<Heard> click(Workspace workspace, BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    if (action.getActionId().startsWith(Controls.MUTE)) {
      return Optional.empty();
    }
    Spot spot = spot(payload);
    return Optional.of(
        new Heard(
            payload.getTriggerId(),
            workspace,
            spot,
            origin(workspace, spot, text(payload.getUser().getUsername())),
            origin ->
                new Incoming.Click(
                    origin, ActionId.decode(action.getActionId()), values(action, payload)),
            payload.getTriggerId()));
  }

  private static Spot spot(BlockActionPayload payload) {
    String user = payload.getUser().getId();
    if (payload.getChannel() == null) {
      return new Spot(Spot.Source.HOME, user, "", "", "");
    }
    String channel = payload.getChannel().getId();
    boolean own = payload.getContainer().isEphemeral() || Directs.isOne(channel);
    return new Spot(
        own ? Spot.Source.OWN : Spot.Source.SHARED,
        user,
        channel,
        text(payload.getResponseUrl()),
        text(payload.getContainer().getThreadTs()));
  }

  private static List<String> values(BlockActionPayload.Action action, BlockActionPayload payload) {
    if (action.getSelectedOption() != null) {
      return List.of(action.getSelectedOption().getValue());
    }
    return Several.decode(text(action.getValue()))
        .map(several -> several.chosen(state(payload)))
        .orElse(List.of());
  }

  private static Map<String, Map<String, ViewState.Value>> state(BlockActionPayload payload) {
    ViewState state =
        payload.getState() != null || payload.getView() == null
            ? payload.getState()
            : payload.getView().getState();
    return state == null || state.getValues() == null ? Map.of() : state.getValues();
  }

  /** A form. */
  static Optional<Heard> form(Workspace workspace, ViewSubmissionPayload payload) {
    String user = payload.getUser().getId();
    Spot spot = Spot.decode(user, text(payload.getView().getPrivateMetadata()));
    return Optional.of(
        new Heard(
            payload.getView().getId() + payload.getView().getHash(),
            workspace,
            spot,
            origin(workspace, spot, text(payload.getUser().getUsername())),
            origin ->
                new Incoming.ModalSubmit(
                    origin,
                    ActionId.decode(payload.getView().getCallbackId()),
                    SlackForms.values(payload.getView().getState())),
            ""));
  }

  /** A direct message; empty if it is not a person's. */
  static Optional<Heard> message(Workspace workspace, String event, MessageEvent message) {
    boolean fromPerson = message.getBotId() == null && message.getUser() != null;
    if (!fromPerson || !Directs.isOne(message.getChannel())) {
      return Optional.empty();
    }
    return Optional.of(
        typed(
            workspace,
            event,
            new Spot(
                Spot.Source.TYPED,
                message.getUser(),
                message.getChannel(),
                "",
                text(message.getThreadTs())),
            text(message.getText())));
  }

  /** A message that mentions the bot; empty if it is not a person's, or a direct one. */
  static Optional<Heard> mention(Workspace workspace, String event, AppMentionEvent message) {
    boolean fromPerson = message.getBotId() == null && message.getUser() != null;
    if (!fromPerson || Directs.isOne(message.getChannel())) {
      return Optional.empty();
    }
    String text = text(message.getText()).replaceAll("<@" + workspace.bot() + "(\\|[^<>]*)?>", " ");
    return Optional.of(
        typed(
            workspace,
            event,
            new Spot(
                Spot.Source.TYPED,
                message.getUser(),
                message.getChannel(),
                "",
                text(message.getThreadTs())),
            text));
  }

  /** What somebody did, as far as a request tells that by itself. */
  static Traffic.Kind kind(RequestType type) {
    return switch (type) {
      case Command -> Traffic.Kind.COMMAND;
      case BlockAction -> Traffic.Kind.CLICK;
      case ViewSubmission -> Traffic.Kind.FORM;
      default -> Traffic.Kind.EVENT;
    };
  }

  /** Somebody looks at their Home; empty if it is the other tab, with the messages. */
  static Optional<Heard> home(Workspace workspace, String event, AppHomeOpenedEvent opened) {
    if (!HOME_TAB.equals(opened.getTab())) {
      return Optional.empty();
    }
    Spot spot = new Spot(Spot.Source.HOME_TAB, opened.getUser(), "", "", "");
    return Optional.of(typed(workspace, event, spot, HOME_LINE));
  }

  private static Heard typed(Workspace workspace, String event, Spot spot, String text) {
    return new Heard(
        event,
        workspace,
        spot,
        origin(workspace, spot, spot.user()),
        origin -> Typed.of(workspace, origin, text.strip()),
        "");
  }

  /** The bot was invited to a channel; empty if it was somebody else. */
  static Optional<Joined> joined(Workspace workspace, MemberJoinedChannelEvent event) {
    return event.getUser().equals(workspace.bot())
        ? Optional.of(
            new Joined(
                new ChannelRef(PLATFORM, workspace.id(), event.getChannel()),
                moment(event.getEventTs())))
        : Optional.empty();
  }

  /** A moment as Slack writes it: seconds, a point, and microseconds. */
  static Instant moment(String ts) {
    String[] parts = ts.split("\\.", 2);
    String micros = parts.length == 2 ? (parts[1] + "000000").substring(0, MICRO_DIGITS) : "0";
    return Instant.ofEpochSecond(Long.parseLong(parts[0]))
        .plus(Duration.ofNanos(Long.parseLong(micros) * 1_000));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
