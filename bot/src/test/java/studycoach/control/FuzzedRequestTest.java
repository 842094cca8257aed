package studycoach.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever is sent to the port for commands: nothing runs without the key, and it goes on. */
class FuzzedRequestTest {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final List<String> METHODS =
      List.of("POST", "GET", "PUT", "", "P\u0000T", "CONNECT");
  private static final List<String> PATHS =
      List.of(
          "/count",
          "/",
          "",
          "*",
          "//count",
          "/count/../count",
          "/%63ount",
          "/%zz",
          "/\u00e4",
          "http://other/count",
          "foo:bar",
          "/count?x=%",
          "/" + "a".repeat(20_000),
          "/count#x",
          "?");
  private static final List<String> LENGTHS =
      List.of("0", "3", "-1", "99999999999999999999", "x", "2000");

  private final Path folder = fresh();
  private final AtomicInteger runs = new AtomicInteger();
  private final ControlServer server =
      ControlServer.start(
          folder,
          Map.of(
              "count",
              () -> {
                runs.incrementAndGet();
                return new Report(List.of(), true);
              }));

  private static Path fresh() {
    try {
      return Files.createTempDirectory("control");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterProperty
  void close() throws IOException {
    server.close();
    Files.deleteIfExists(ControlFile.in(folder));
    Files.delete(folder);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** The first line of the answer; empty if the connection was closed without one. */
  private String sends(String request) throws IOException {
    int port = ControlFile.read(folder).orElseThrow().port();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    } catch (SocketException e) {
      return ""; // closed before all was sent
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void isRefusedUnlessItHasTheKeyAndNeverFails(@ForAll long seed, @ForAll String junk)
      throws IOException {
    Random random = new Random(seed);
    boolean key = random.nextBoolean();
    String authorization =
        key ? ControlFile.read(folder).orElseThrow().authorization() : "Bearer " + junk;
    int before = runs.get();

    String status =
        sends(
            any(METHODS, random)
                + " "
                + any(PATHS, random)
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + authorization
                + "\r\nContent-Length: "
                + any(LENGTHS, random)
                + "\r\n\r\n"
                + "x".repeat(random.nextInt(3_000)));

    assertThat(status).doesNotContain(" 500 ");
    assertThat(key || runs.get() == before).isTrue();
    if (random.nextInt(20) == 0) {
      assertThat(new ControlClient(folder, Duration.ofSeconds(10)).ask("count")).isPresent();
    }
  }

  @Property(tries = 300)
  void aReportOfAnyKindIsReadOrNone(@ForAll String text) {
    assertThatCode(() -> Report.decode(text)).doesNotThrowAnyException();
    assertThatCode(() -> Report.decode("good\n" + text)).doesNotThrowAnyException();
  }
}
