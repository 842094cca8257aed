package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.Response;
import studycoach.chat.ChatException;

/** Calls of one workspace's Web API, and what their failures mean. Thread-safe. */
final class Calls {
  private static final int TOO_MANY = 429;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Errors after which nothing changes until somebody does something about it. */
  private static final Map<String, String> REFUSALS =
      Map.ofEntries(
          Map.entry(
              "channel_not_found",
              "the channel was deleted, or is private and the bot is not in it: type /invite and"
                  + " the bot's name there"),
          Map.entry(
              "not_in_channel",
              "the bot is not in the channel: type /invite and the bot's name there"),
          Map.entry("is_archived", "the channel is archived"),
          Map.entry("restricted_action", "the workspace lets nobody but its admins post there"),
          Map.entry("restricted_action_read_only_channel", "the channel is for reading only"),
          Map.entry("restricted_action_thread_only_channel", "the channel takes only replies"),
          Map.entry("restricted_action_non_threadable_channel", "the channel takes no threads"),
          Map.entry("restricted_action_thread_locked", "the thread is locked"),
          Map.entry("is_inactive", "the channel is archived"),
          Map.entry("message_not_found", "the message was deleted"),
          Map.entry("thread_not_found", "the message was deleted"),
          Map.entry("cant_update_message", "the message is not the bot's own"),
          Map.entry("edit_window_closed", "the workspace does not allow edits any more"),
          Map.entry("user_not_found", "the account no longer exists"),
          Map.entry("user_disabled", "the account is deactivated"),
          Map.entry("users_not_found", "the account no longer exists"),
          Map.entry("cannot_dm_bot", "that account is an app"),
          Map.entry(
              "messages_tab_disabled", "the app's messages are switched off in its settings"));

  /** Errors by which a workspace says that the bot's token is worth nothing. */
  private static final Set<String> TURNED_AWAY =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "org_login_required",
          "ekm_access_denied",
          "not_allowed_token_type");

  private static final Set<String> LATER =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private final MethodsClient client;
  private final String token;
  private final Runnable turnedAway;
  private final Holds holds = new Holds(Ticker.systemTicker());

  /**
   * @param turnedAway told when the workspace no longer takes the token
   */
  Calls(Slack slack, String token, Runnable turnedAway) {
    this.client = slack.methods(token);
    this.token = token;
    this.turnedAway = turnedAway;
  }

  /** A request of the SDK's. */
  @FunctionalInterface
  interface Request<T extends SlackApiTextResponse> {
    T send(MethodsClient client) throws IOException, SlackApiException;
  }

  /** Slack won't do it; the message is the reason, for organisers. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    RefusedException(String error, String reason) {
      super(reason, null, false, false);
      this.error = error;
    }

    /** The word by which Slack names it. */
    String error() {
      return error;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Slack wants this method to be left alone for a while; nothing was done. */
  static final class TooSoonException extends Exception {
    private static final long serialVersionUID = 1;
    private final Duration wait;

    TooSoonException(Duration wait) {
      super("wait " + wait, null, false, false);
      this.wait = wait;
    }

    Duration waiting() {
      return wait;
    }

    ChatException asChat() {
      return new ChatException("Slack asks for a pause", wait, this);
    }
  }

  /**
   * Calls, and waits for the answer.
   *
   * @param method its name in Slack's documentation
   * @throws ChatException if it may work later; also if it is unknown whether it has worked
   */
  <T extends SlackApiTextResponse> T call(String method, Request<T> request)
      throws RefusedException, TooSoonException {
    Duration hold = holds.of(method);
    if (!hold.isZero()) {
      throw new TooSoonException(hold);
    }
    T response = answered(method, request);
    if (response.isOk()) {
      return response;
    }
    throw failure(method, response);
  }

  /**
   * Calls, and reads no more of the answer than a class tells: for each answer the SDK makes its
   * reader anew, which takes longer than all the rest where the answer is a message.
   */
  <T extends SlackApiTextResponse> T call(String method, FormBody.Builder form, Class<T> answer)
      throws RefusedException, TooSoonException {
    return call(
        method,
        client -> client.postFormWithTokenAndParseResponse(blank -> form, method, token, answer));
  }

  private <T extends SlackApiTextResponse> T answered(String method, Request<T> request)
      throws TooSoonException {
    try {
      return request.send(client);
    } catch (SlackApiException e) {
      if (e.getResponse().code() == TOO_MANY) {
        throw tooSoon(method, e.getResponse());
      }
      throw new ChatException(
          "Slack failed with status " + e.getResponse().code(), Duration.ZERO, e);
    } catch (IOException e) {
      throw new ChatException("Slack did not answer", Duration.ZERO, e);
    }
  }

  private TooSoonException tooSoon(String method, Response response) {
    Duration wait = SHORTEST;
    try {
      wait = Duration.ofSeconds(Long.parseLong(String.valueOf(response.header("Retry-After"))));
    } catch (NumberFormatException e) {
      // the shortest wait, then
    }
    holds.add(method, wait);
    return new TooSoonException(wait);
  }

  private RuntimeException failure(String method, SlackApiTextResponse response)
      throws RefusedException, TooSoonException {
    String error = String.valueOf(response.getError());
    Optional<String> refusal = Optional.ofNullable(REFUSALS.get(error));
    if (refusal.isPresent()) {
      throw new RefusedException(error, refusal.get());
    }
    if (error.equals("missing_scope")) {
      throw new RefusedException(
          error, "the app lacks the scope " + response.getNeeded() + ": install it anew");
    }
    if (TURNED_AWAY.contains(error)) {
      turnedAway.run();
    }
    return TURNED_AWAY.contains(error) || LATER.contains(error)
        ? new ChatException("Slack failed: " + error, Duration.ZERO, null)
        : new IllegalStateException("Slack did not take " + method + ": " + error);
  }
}
