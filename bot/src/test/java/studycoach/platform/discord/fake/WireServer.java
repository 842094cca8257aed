package studycoach.platform.discord.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Takes connections to the gateway. */
final class WireServer extends WebSocketServer {
  private static final int HELLO = 10;
  private final Gateway gateway;
  private final CountDownLatch started = new CountDownLatch(1);
  private volatile boolean refusing;

  WireServer(Gateway gateway) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.gateway = gateway;
    setConnectionLostTimeout(0);
    setReuseAddr(true);
    setDaemon(true);
    start();
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "ws://127.0.0.1:" + getPort();
  }

  List<Wire> wires() {
    return getConnections().stream().map(socket -> socket.<Wire>getAttachment()).toList();
  }

  void refuse(boolean refuse) {
    refusing = refuse;
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
    boolean compressed = handshake.getResourceDescriptor().contains("compress=zlib-stream");
    var wire = new Wire(socket, compressed);
    socket.setAttachment(wire);
    if (refusing) {
      wire.drop();
    } else {
      wire.send(HELLO, Json.object().put("heartbeat_interval", 41_250));
    }
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    gateway.received(socket.getAttachment(), Json.parse(text));
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    gateway.closed(socket.getAttachment(), code, remote);
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception problem) {
    // A connection that breaks is told by onClose.
  }
}
