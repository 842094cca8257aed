package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;

/** One connection to the gateway, as text or as one zlib stream over all its messages. */
final class Wire {
  private final WebSocket socket;
  private final boolean compressed;
  private final Deflater deflater = new Deflater();

  Wire(WebSocket socket, boolean compressed) {
    this.socket = socket;
    this.compressed = compressed;
  }

  synchronized void send(JsonNode payload) {
    if (!socket.isOpen()) {
      return;
    }
    if (compressed) {
      socket.send(deflate(payload.toString().getBytes(StandardCharsets.UTF_8)));
    } else {
      socket.send(payload.toString());
    }
  }

  void send(int operation, JsonNode data) {
    var payload = Json.object().put("op", operation).putNull("t").putNull("s");
    payload.set("d", data);
    send(payload);
  }

  void close(int code, String reason) {
    socket.close(code, reason);
  }

  /** Gone as if a cable were pulled: no close frame. */
  void drop() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "dropped");
  }

  private byte[] deflate(byte[] text) {
    deflater.setInput(text);
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int written;
    do {
      written = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      bytes.write(buffer, 0, written);
    } while (written == buffer.length);
    return bytes.toByteArray();
  }
}
