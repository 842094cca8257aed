package studycoach.platform.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import studycoach.chat.ChatException;

/**
 * Calls that nobody is waiting for, and what their failures mean.
 *
 * <p>JDA keeps a call while Discord asks it to wait, and repeats it itself after 502 to 504; OkHttp
 * below it repeats what broke off. That can't double a message: all attempts of one call bear the
 * same nonce, and JDA sets {@code enforce_nonce}, by which Discord answers a second attempt with
 * the message that the first one made. A timeout is not repeated ({@link DiscordAdapter}); like all
 * that failed in the end, it is told as in doubt.
 */
final class Calls {
  private static final long LONGEST_SECONDS = 30;
  private static final int CLIENT_ERROR = 400;
  private static final int UNAUTHORISED = 401;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private static final Map<ErrorResponse, String> REFUSALS =
      Map.ofEntries(
          Map.entry(ErrorResponse.UNKNOWN_CHANNEL, "the channel was deleted"),
          Map.entry(ErrorResponse.UNKNOWN_GUILD, "the bot is no longer in the server"),
          Map.entry(ErrorResponse.UNKNOWN_MESSAGE, "the message was deleted"),
          Map.entry(ErrorResponse.UNKNOWN_USER, "the account no longer exists"),
          Map.entry(ErrorResponse.INVALID_AUTHOR_EDIT, "the message is not the bot's own"),
          Map.entry(ErrorResponse.MISSING_ACCESS, "the bot can't see the channel"),
          Map.entry(ErrorResponse.MISSING_PERMISSIONS, "the bot lacks a permission in the channel"),
          Map.entry(ErrorResponse.CANNOT_SEND_TO_USER, "direct messages are closed"),
          Map.entry(ErrorResponse.NO_MUTUAL_GUILDS, "this person shares no server with the bot"),
          Map.entry(
              ErrorResponse.MESSAGE_BLOCKED_BY_AUTOMOD, "the server's AutoMod blocked the message"),
          Map.entry(ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD, "the thread was archived"),
          Map.entry(ErrorResponse.THREAD_LOCKED, "the thread was locked"),
          Map.entry(ErrorResponse.MAX_ACTIVE_THREADS, "the server has too many active threads"));

  /** Limits that Discord does not always tell with 429. */
  private static final Set<ErrorResponse> LATER =
      EnumSet.of(
          ErrorResponse.MAX_OLD_MESSAGE_EDITS,
          ErrorResponse.OPEN_DM_TOO_FAST,
          ErrorResponse.CHANNEL_WRITE_RATE_LIMIT,
          ErrorResponse.GUILD_WRITE_RATE_LIMIT,
          ErrorResponse.SLOWMODE_RATE_LIMIT,
          ErrorResponse.ANNOUNCEMENT_RATE_LIMIT,
          ErrorResponse.SERVICE_RESOURCE_RATE_LIMIT);

  /** Discord won't do it; the message is the reason, for organisers. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Calls, and waits for the answer.
   *
   * @throws ChatException if it may work later; also if it is unknown whether it has worked
   */
  <T> T call(Supplier<? extends RestAction<T>> action) throws RefusedException {
    try {
      return action.get().timeout(LONGEST_SECONDS, TimeUnit.SECONDS).submit().join();
    } catch (CompletionException e) {
      throw failure(Optional.ofNullable(e.getCause()).orElse(e));
    } catch (ErrorResponseException
        | InsufficientPermissionException
        | CancellationException
        | RejectedExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Throwable cause) throws RefusedException {
    if (cause instanceof InsufficientPermissionException e) {
      throw new RefusedException(
          "the bot lacks the permission “" + e.getPermission().getName() + "” in the channel");
    }
    if (cause instanceof RateLimitedException e) {
      return new ChatException(
          "Discord asks for a pause", Duration.ofMillis(Math.max(0, e.getRetryAfter())), e);
    }
    return cause instanceof ErrorResponseException e
        ? failure(e)
        : new ChatException("Discord did not answer in time", Duration.ZERO, cause);
  }

  private static RuntimeException failure(ErrorResponseException e) throws RefusedException {
    Optional<String> refusal = Optional.ofNullable(REFUSALS.get(e.getErrorResponse()));
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
    int status = e.getResponse().code;
    boolean ours = CLIENT_ERROR <= status && status < SERVER_ERROR;
    boolean later =
        status == TOO_MANY || status == UNAUTHORISED || LATER.contains(e.getErrorResponse());
    return ours && !later
        ? e
        : new ChatException("Discord failed: " + e.getMessage(), Duration.ZERO, e);
  }
}
