package studycoach.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands of other processes while the bot runs: {@code POST /NAME} on loopback, at any
 * free port. Who asks must have read the key in the data folder; nothing else is listened to. What
 * it runs may be run by several threads at once.
 */
public final class ControlServer implements AutoCloseable {
  /** The media type by which a client knows that it is one of ours who answers. */
  static final String REPORT = "text/vnd.studycoach.report; charset=utf-8";

  /** The longest body of a request, in bytes: enough for the path of a file. */
  static final int LONGEST_BODY = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int THREADS = 4;
  private static final int NO_BODY = -1;
  private static final int WAITING = 16;

  private final Path folder;
  private final Map<String, Function<String, Report>> requests;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, ControlServer::daemon);
  private final HttpServer http;
  private final ControlFile file;

  private ControlServer(
      Path folder, Map<String, Function<String, Report>> requests, HttpServer http) {
    this.folder = folder;
    this.requests = requests;
    this.http = http;
    this.file = ControlFile.withNewKey(http.getAddress().getPort());
  }

  /**
   * Listens, and puts port and key into a folder.
   *
   * @param requests what is run for each name
   * @throws UncheckedIOException if there is no loopback or the folder can't be written
   */
  public static ControlServer start(Path folder, Map<String, Supplier<Report>> requests) {
    return start(folder, requests, Map.of());
  }

  /**
   * The same.
   *
   * @param told what is run for further names, given what the command says besides
   */
  public static ControlServer start(
      Path folder,
      Map<String, Supplier<Report>> requests,
      Map<String, Function<String, Report>> told) {
    Map<String, Function<String, Report>> all = new HashMap<>(told);
    requests.forEach((name, request) -> all.put(name, words -> request.get()));
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer http = HttpServer.create(anyPort, WAITING);
      ControlServer server = new ControlServer(folder, all, http);
      server.listen();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() throws IOException {
    http.createContext("/", this::answer);
    http.setExecutor(threads);
    try {
      // On a daemon, since the server's own thread becomes what the one is that starts it.
      CompletableFuture.runAsync(http::start, threads).join();
      file.write(folder);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "control");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      if (key == null || !file.admits(key)) {
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_FORBIDDEN, NO_BODY);
        return;
      }
      byte[] words = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (words.length > LONGEST_BODY) {
        send(exchange, HttpURLConnection.HTTP_ENTITY_TOO_LARGE, bad("The request is too long."));
      } else {
        run(exchange, new String(words, StandardCharsets.UTF_8));
      }
    }
  }

  private void run(HttpExchange exchange, String words) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(1);
    Function<String, Report> request = requests.get(name);
    if (request == null || !exchange.getRequestMethod().equals("POST")) {
      String message = "The running bot can't do this; it may be of another release.";
      send(exchange, HttpURLConnection.HTTP_NOT_FOUND, bad(message));
      return;
    }
    try {
      send(exchange, HttpURLConnection.HTTP_OK, request.apply(words));
    } catch (RuntimeException e) {
      LOG.error("Request {} failed", name, e);
      String message = "The running bot failed at this; its log says why.";
      send(exchange, HttpURLConnection.HTTP_INTERNAL_ERROR, bad(message));
    }
  }

  private static Report bad(String message) {
    return new Report(List.of(message), false);
  }

  private static void send(HttpExchange exchange, int status, Report report) throws IOException {
    byte[] body = report.encode().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", REPORT);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Takes the file away and stops listening; what is running is let alone. */
  @Override
  public void close() {
    try {
      file.delete(folder);
    } catch (IOException e) {
      LOG.warn("The file of port and key was left in {}", folder, e);
    }
    http.stop(0);
    // Never interrupted: that would close the file of a database in use.
    threads.shutdown();
  }
}
