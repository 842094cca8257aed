package studycoach.platform.slack;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.traffic.Traffic;

/** Lets in what Slack has signed, and nothing else. */
final class Entrance extends Handler.Abstract.NonBlocking {
  static final String PATH = "/slack/events";
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final int LONGEST_BODY = 1_000_000;

  private final List<Door.Guest> guests;
  private final Traffic traffic;

  Entrance(List<Door.Guest> guests, Traffic traffic) {
    this.guests = List.copyOf(guests);
    this.traffic = traffic;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // all that can go wrong is answered in it
  public boolean handle(Request request, Response response, Callback callback) {
    int refusal = refusal(request);
    if (refusal != 0) {
      end(response, callback, refusal);
      return true;
    }
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(
        request,
        LONGEST_BODY,
        Promise.Invocable.from(
            Invocable.InvocationType.NON_BLOCKING, body::complete, body::completeExceptionally));
    body.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (bytes, failure) -> {
              if (failure == null) {
                enter(request, bytes, response, callback);
              } else {
                end(response, callback, status(failure));
              }
            });
    return true;
  }

  /** What is wrong before the body is read, as a status; 0 if nothing is. */
  private static int refusal(Request request) {
    if (!PATH.equals(Request.getPathInContext(request))) {
      return HttpStatus.NOT_FOUND_404;
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      return HttpStatus.METHOD_NOT_ALLOWED_405;
    }
    if (request.getLength() > LONGEST_BODY) {
      return HttpStatus.PAYLOAD_TOO_LARGE_413;
    }
    return header(request, "X-Slack-Signature").isEmpty() ? HttpStatus.UNAUTHORIZED_401 : 0;
  }

  private static int status(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return HttpStatus.REQUEST_TIMEOUT_408;
    }
    return failure instanceof IllegalStateException
        ? HttpStatus.PAYLOAD_TOO_LARGE_413
        : HttpStatus.BAD_REQUEST_400;
  }

  private static String header(Request request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
  }

  private void enter(Request request, byte[] body, Response response, Callback callback) {
    String time = header(request, "X-Slack-Request-Timestamp");
    String signature = header(request, "X-Slack-Signature");
    Optional<Door.Guest> guest =
        guests.stream().filter(g -> g.signature().isGood(time, signature, body)).findFirst();
    if (guest.isEmpty()) {
      end(response, callback, HttpStatus.UNAUTHORIZED_401);
      return;
    }
    Optional<com.slack.api.bolt.request.Request<?>> parsed = parsed(guest.get(), request, body);
    if (parsed.isEmpty()) {
      LOG.warn("A request of Slack's makes no sense");
      end(response, callback, HttpStatus.BAD_REQUEST_400);
      return;
    }
    Traffic.Watch watch = traffic.watch(SlackDecoder.kind(parsed.get().getRequestType()));
    try {
      answer(
          guest.get().app().run(parsed.get()),
          response,
          Callback.from(callback, watch::acknowledged));
    } catch (RuntimeException e) {
      LOG.warn("A request of Slack's makes no sense: {}", Nonsense.brief(e));
      end(response, callback, HttpStatus.BAD_REQUEST_400);
    } catch (Exception e) {
      LOG.error("A request of Slack's could not be taken", e);
      end(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
  }

  /** What Bolt makes of it; empty if that is nothing, which another attempt would not change. */
  private static Optional<com.slack.api.bolt.request.Request<?>> parsed(
      Door.Guest guest, Request request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValueList()));
    try {
      return Optional.ofNullable(
          new SlackRequestParser(guest.app().config())
              .parse(
                  SlackRequestParser.HttpRequest.builder()
                      .requestUri(PATH)
                      .queryString(Map.of())
                      .requestBody(new String(body, StandardCharsets.UTF_8))
                      .headers(new RequestHeaders(headers))
                      .remoteAddress(Request.getRemoteAddr(request))
                      .build()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void answer(
      com.slack.api.bolt.response.Response given, Response response, Callback callback) {
    response.setStatus(given.getStatusCode());
    String body = Optional.ofNullable(given.getBody()).orElse("");
    if (!body.isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, given.getContentType());
    }
    Content.Sink.write(response, true, body, callback);
  }

  private static void end(Response response, Callback callback, int status) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, "", callback);
  }
}
