package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;

/** One connection of an app's in Socket Mode. */
final class Wire {
  final FakeApp app;
  private final WebSocket socket;
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  Wire(FakeApp app, WebSocket socket) {
    this.app = app;
    this.socket = socket;
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  void send(JsonNode frame) {
    if (socket.isOpen()) {
      socket.send(frame.toString());
    }
  }

  void carry(Envelope envelope) {
    unanswered.add(envelope.id());
    send(envelope.json());
  }

  void answered(String envelopeId) {
    unanswered.remove(envelopeId);
  }

  Set<String> unanswered() {
    return new HashSet<>(unanswered);
  }

  /** Whether it was asked to go, so that nothing new should come by it. */
  boolean isLeaving() {
    return leaving;
  }

  void disconnect(String reason) {
    leaving = !reason.equals("warning");
    var frame = Json.object().put("type", "disconnect").put("reason", reason);
    frame.putObject("debug_info").put("host", "applink-fake");
    send(frame);
  }

  void close() {
    socket.close(CloseFrame.NORMAL);
  }

  /** Gone as if a cable were pulled: no close frame. */
  void drop() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "dropped");
  }
}
