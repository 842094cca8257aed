package studycoach.platform.discord.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The REST interface: who may ask, what goes wrong on the way, and what was answered. */
public final class Rest {
  private static final String PREFIX = "/api/v10/";

  /** A request and the status it was answered with; 0 where the answer was lost. */
  public record Seen(Kind kind, Request request, int status) {}

  private final FakeDiscord discord;
  private final RateLimits limits = new RateLimits();
  private final List<Route> routes;
  private final List<Seen> seen = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Rest(FakeDiscord discord) {
    this.discord = discord;
    routes =
        Stream.of(
                new MessageRoutes(discord).all(),
                new InteractionRoutes(discord).all(),
                new BotRoutes(discord).all())
            .flatMap(List::stream)
            .toList();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
  }

  /** What was asked and answered, oldest first. */
  public List<Seen> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  public List<Seen> seen(Kind kind) {
    return seen().stream().filter(one -> one.kind() == kind).toList();
  }

  /** Changes the limits, e.g. so that a test of many posts need not wait. */
  public RateLimits limits() {
    return limits;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Exchanges.read(exchange, PREFIX);
      Optional<Route> route =
          routes.stream().filter(r -> r.matches(request.method(), request.path())).findFirst();
      Kind kind = route.map(Route::kind).orElse(Kind.OTHER);
      Optional<Fault> fault = discord.faults().take(kind);
      Answer answer = answer(exchange, request, route, kind, fault);
      Duration delay = fault.filter(f -> f.status() == 0).map(Fault::delay).orElse(Duration.ZERO);
      closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      boolean lost = fault.map(Fault::lost).orElse(false);
      synchronized (seen) {
        seen.add(new Seen(kind, request, lost ? 0 : answer.status()));
      }
      if (!lost) {
        Exchanges.write(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(
      HttpExchange exchange, Request request, Optional<Route> route, Kind kind, Optional<Fault> f) {
    int planned = f.map(Fault::status).orElse(0);
    if (planned == 429) {
      return RateLimits.refusal("user", f.map(Fault::delay).orElse(Duration.ZERO));
    }
    if (planned != 0) {
      return new Answer(planned, Json.object().put("message", "ordered").put("code", 0), Map.of());
    }
    try {
      authorise(exchange, kind);
      return limits
          .refuse(kind, request)
          .orElseGet(() -> limits.headers(kind, request, handle(request, route)));
    } catch (RestException e) {
      return new Answer(e.status, e.body(), Map.of());
    }
  }

  private Answer handle(Request request, Optional<Route> route) {
    synchronized (discord) {
      return route
          .orElseThrow(() -> new RestException(404, 0, "404: Not Found " + request.path()))
          .handler()
          .apply(request);
    }
  }

  /** Callbacks and follow-ups need no token of the bot's. */
  private void authorise(HttpExchange exchange, Kind kind) {
    String header =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    synchronized (discord) {
      if (kind.paced() && !header.equals("Bot " + discord.token())) {
        throw new RestException(401, 0, "401: Unauthorized");
      }
    }
  }

  void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
