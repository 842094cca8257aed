package studycoach.platform.slack.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Takes connections of Socket Mode. */
final class WireServer extends WebSocketServer {
  private final Socket owner;
  private final CountDownLatch started = new CountDownLatch(1);

  WireServer(Socket owner) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.owner = owner;
    setConnectionLostTimeout(10);
    setReuseAddr(true);
    setTcpNoDelay(true);
    setDaemon(true);
    start();
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "ws://127.0.0.1:" + getPort() + "/link/";
  }

  List<Wire> wires() {
    return getConnections().stream()
        .map(socket -> socket.<@Nullable Wire>getAttachment())
        .filter(Objects::nonNull)
        .filter(Wire::isOpen)
        .toList();
  }

  void end() {
    try {
      stop(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    owner.opened(socket, handshake.getResourceDescriptor());
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    Wire wire = socket.getAttachment();
    if (wire != null && text.startsWith("{")) {
      owner.received(wire, Json.parse(text));
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    Wire wire = socket.getAttachment();
    if (wire != null) {
      owner.closed(wire);
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception problem) {
    // A connection that breaks is told by onClose.
  }
}
