package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The Web API and response_urls by HTTP: what goes wrong on the way, and what was answered. */
final class WebServer extends Handler.Abstract {
  private static final String UPLOADS = "/upload/v1/";

  private final FakeSlack slack;
  private final WebApi api;
  private final Server server;
  private final ServerConnector connector;
  private final ScheduledThreadPoolExecutor delays =
      new ScheduledThreadPoolExecutor(1, WebServer::daemon);
  private final List<Exchange> exchanges = new ArrayList<>();
  private volatile Duration least = Duration.ZERO;
  private volatile Duration most = Duration.ZERO;
  private volatile Duration behind = Duration.ZERO;

  WebServer(FakeSlack slack) {
    this.slack = slack;
    api = new WebApi(slack);
    var threads = new QueuedThreadPool(16, 4);
    threads.setDaemon(true);
    threads.setName("fake-slack-web");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(this);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "fake-slack-delays");
    thread.setDaemon(true);
    return thread;
  }

  String url() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/";
  }

  void answersAfter(Duration shortest, Duration longest) {
    least = shortest;
    most = longest;
  }

  void dates(Duration late) {
    behind = late;
  }

  List<Exchange> exchanges() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (path.startsWith(UPLOADS)) {
      upload(request, response, callback, path.substring(UPLOADS.length()));
      return true;
    }
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    boolean calls = path.startsWith("/api/");
    String name = calls ? path.substring("/api/".length()) : "response_url";
    ObjectNode sent = Parameters.read(request, body);
    String token = Parameters.token(request, sent);
    Optional<Fault> fault = slack.faults().take(name);
    Answer answer =
        planned(fault)
            .orElseGet(
                () ->
                    calls
                        ? api.answer(name, token, sent)
                        : api.respond(path.replaceFirst("/response/", ""), sent));
    boolean lost = fault.map(Fault::lost).orElse(false);
    synchronized (exchanges) {
      exchanges.add(new Exchange(name, sent, lost ? 0 : answer.status(), answer.body()));
    }
    after(delay(fault), () -> finish(request, response, callback, answer, lost));
    return true;
  }

  /** Latin-1 keeps every byte of a file as one character. */
  private void upload(Request request, Response response, Callback callback, String id)
      throws IOException {
    String content = Content.Source.asString(request, StandardCharsets.ISO_8859_1);
    Optional<Fault> fault = slack.faults().take("upload");
    Answer answer;
    synchronized (slack) {
      answer = planned(fault).orElseGet(() -> FileMethods.uploaded(slack, id, content));
    }
    boolean lost = fault.map(Fault::lost).orElse(false);
    after(delay(fault), () -> finish(request, response, callback, answer, lost));
  }

  private static Optional<Answer> planned(Optional<Fault> fault) {
    return fault
        .filter(f -> f.status() != 0)
        .map(
            f ->
                f.status() == 429
                    ? Answer.rateLimited(f.delay())
                    : new Answer(f.status(), Json.object(), java.util.Map.of()));
  }

  private Duration delay(Optional<Fault> fault) {
    long range = most.minus(least).toMillis();
    Duration usual =
        least.plusMillis(range > 0 ? ThreadLocalRandom.current().nextLong(range + 1) : 0);
    return fault.filter(f -> f.status() == 0).map(Fault::delay).orElse(Duration.ZERO).plus(usual);
  }

  private void after(Duration delay, Runnable task) {
    if (delay.isZero()) {
      task.run();
    } else {
      var unused = delays.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void finish(
      Request request, Response response, Callback callback, Answer answer, boolean lost) {
    if (lost) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new IOException("The answer is lost."));
      return;
    }
    response.setStatus(answer.status());
    response
        .getHeaders()
        .put(
            HttpHeader.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                slack.clock.instant().minus(behind).atOffset(ZoneOffset.UTC)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    answer.headers().forEach(response.getHeaders()::put);
    Content.Sink.write(response, true, answer.body().toString(), callback);
  }

  void close() {
    delays.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
