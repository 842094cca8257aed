package studycoach.platform.discord;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import studycoach.chat.PlatformException;

/** Hears when every shard is connected, and when one is turned away, then or later. */
final class Login extends ListenerAdapter {
  private final AtomicInteger ready = new AtomicInteger();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final Optional<Shards> shards;
  private final Consumer<String> lost;

  /**
   * @param shards that are connected here; all if empty
   * @param lost told the reason of being turned away after all were connected
   */
  Login(Optional<Shards> shards, Consumer<String> lost) {
    this.shards = shards;
    this.lost = lost;
  }

  static PlatformException unknownToken(@Nullable Throwable cause) {
    return new PlatformException(
        "Discord does not know this token: copy it anew from the page Bot of"
            + " https://discord.com/developers/applications",
        cause);
  }

  @Override
  public void onReady(ReadyEvent event) {
    int awaited = shards.map(Shards::count).orElse(event.getJDA().getShardInfo().getShardTotal());
    if (ready.incrementAndGet() == awaited) {
      done.complete(null);
    }
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    PlatformException reason = turnedAway(event.getCode(), event.getCloseCode());
    boolean tooLate = !done.completeExceptionally(reason);
    boolean forGood = event.getCloseCode() != null && !event.getCloseCode().isReconnect();
    if (tooLate && forGood) {
      lost.accept(String.valueOf(reason.getMessage()));
    }
  }

  private static PlatformException turnedAway(int number, @Nullable CloseCode code) {
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return unknownToken(null);
    }
    if (code == CloseCode.SHARDING_REQUIRED || code == CloseCode.INVALID_SHARD) {
      return new PlatformException(
          "Discord wants another number of shards (" + number + "): set DISCORD_SHARDS to 0", null);
    }
    if (code == CloseCode.DISALLOWED_INTENTS || code == CloseCode.INVALID_INTENTS) {
      return new PlatformException(
          "Discord does not let this bot hear of messages ("
              + number
              + "): see what the page Bot of https://discord.com/developers/applications says",
          null);
    }
    return new PlatformException("Discord ended the connection (" + number + ")", null);
  }

  /**
   * @throws PlatformException if Discord turned us away
   */
  void await() {
    try {
      done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PlatformException reason) {
        throw reason;
      }
      throw e;
    }
  }
}
