package studycoach.platform.discord.fake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Fifty requests a second for the bot, five new messages in five seconds for a channel. */
public final class RateLimits {
  private volatile Pace global = new Pace(50, Duration.ofSeconds(1));
  private volatile int inChannel = 5;
  private final Map<String, Pace> channels = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  RateLimits() {}

  /** How many new messages a channel takes in five seconds. */
  public void inChannel(int messages) {
    inChannel = messages;
    channels.clear();
  }

  /** How many requests the bot has a second. */
  public void perSecond(int requests) {
    global = new Pace(requests, Duration.ofSeconds(1));
  }

  /** How many requests went beyond a limit. */
  public int refused() {
    return refused.get();
  }

  Optional<Answer> refuse(Kind kind, Request request) {
    if (kind.paced() && !global.take()) {
      return Optional.of(counted(refusal("global", global.reset())));
    }
    if (kind == Kind.MESSAGE_POST && !channel(request).take()) {
      return Optional.of(counted(refusal("user", channel(request).reset())));
    }
    return Optional.empty();
  }

  /** Tells a bot what is left of a channel's limit, so that it can wait by itself. */
  Answer headers(Kind kind, Request request, Answer answer) {
    if (kind != Kind.MESSAGE_POST) {
      return answer;
    }
    Pace pace = channel(request);
    double left = pace.reset().toMillis() / 1000.0;
    return answer.with(
        Map.of(
            "X-RateLimit-Bucket", "new-messages",
            "X-RateLimit-Limit", Integer.toString(pace.limit()),
            "X-RateLimit-Remaining", Integer.toString(pace.remaining()),
            "X-RateLimit-Reset-After", Double.toString(left),
            "X-RateLimit-Reset", Double.toString(System.currentTimeMillis() / 1000.0 + left)));
  }

  static Answer refusal(String scope, Duration wait) {
    double seconds = wait.toMillis() / 1000.0;
    boolean global = scope.equals("global");
    var body = Json.object().put("message", "You are being rate limited.");
    body.put("retry_after", seconds).put("global", global);
    var headers = new java.util.HashMap<String, String>();
    headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
    headers.put("X-RateLimit-Scope", scope);
    if (global) {
      headers.put("X-RateLimit-Global", "true");
    } else {
      headers.put("X-RateLimit-Remaining", "0");
      headers.put("X-RateLimit-Reset-After", Double.toString(seconds));
    }
    return new Answer(429, body, headers);
  }

  private Pace channel(Request request) {
    return channels.computeIfAbsent(
        request.part(1), id -> new Pace(inChannel, Duration.ofSeconds(5)));
  }

  private Answer counted(Answer answer) {
    refused.incrementAndGet();
    return answer;
  }
}
