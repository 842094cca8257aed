package studycoach.platform.discord;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Waits until every shard is connected, or one is turned away. */
final class Login extends ListenerAdapter {
  private static final int UNKNOWN_TOKEN = 4004;
  private static final int UNKNOWN_INTENT = 4014;

  private final AtomicInteger ready = new AtomicInteger();
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  static DiscordException unknownToken(Throwable cause) {
    return new DiscordException(
        "Discord does not know this token: copy it anew from the page Bot of"
            + " https://discord.com/developers/applications",
        cause);
  }

  @Override
  public void onReady(ReadyEvent event) {
    if (ready.incrementAndGet() == event.getJDA().getShardInfo().getShardTotal()) {
      done.complete(null);
    }
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    done.completeExceptionally(turnedAway(event.getCode()));
  }

  private static DiscordException turnedAway(int code) {
    return switch (code) {
      case UNKNOWN_TOKEN -> unknownToken(new IllegalStateException("close code " + code));
      case UNKNOWN_INTENT ->
          new DiscordException("Discord does not let this bot read messages (4014)", null);
      default -> new DiscordException("Discord ended the connection (" + code + ")", null);
    };
  }

  /**
   * @throws DiscordException if Discord turned us away
   */
  void await() {
    try {
      done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DiscordException reason) {
        throw reason;
      }
      throw e;
    }
  }
}
