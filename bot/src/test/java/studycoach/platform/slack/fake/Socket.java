package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.java_websocket.WebSocket;

/** Socket Mode: tickets, connections, and what goes wrong with them. */
public final class Socket implements Carrier {
  private static final int MOST = 10;

  private final FakeSlack slack;
  private final WireServer server;
  private final Map<String, FakeApp> tickets = new HashMap<>();
  private int opened;
  private int turn;
  private boolean refusing;
  private boolean disabled;

  Socket(FakeSlack slack) {
    this.slack = slack;
    server = new WireServer(this);
  }

  /** How many connections are open now. */
  public int connections() {
    return server.wires().size();
  }

  /** How many connections were ever opened. */
  public int opened() {
    synchronized (slack) {
      return opened;
    }
  }

  /** All connections are gone without a close frame. */
  public void drops() {
    server.wires().forEach(Wire::drop);
  }

  /** The oldest connection is gone without a close frame. */
  public void dropsOne() {
    server.wires().stream().findFirst().ifPresent(Wire::drop);
  }

  /** Says that connections will be refreshed soon; they stay until {@link #refreshes}. */
  public void warns() {
    server.wires().forEach(wire -> wire.disconnect("warning"));
  }

  /** Asks all connections to be made anew, and closes them a while later. */
  public void refreshes(Duration later) {
    List<Wire> wires = server.wires();
    wires.forEach(wire -> wire.disconnect("refresh_requested"));
    slack.deliveries().later(later, () -> wires.forEach(Wire::close));
  }

  /** Somebody switches Socket Mode off, or on again: no connection stays or comes. */
  public void disables(boolean disable) {
    synchronized (slack) {
      disabled = disable;
    }
    if (disable) {
      List<Wire> wires = server.wires();
      wires.forEach(wire -> wire.disconnect("link_disabled"));
      wires.forEach(Wire::close);
    }
  }

  /** New connections are dropped at once, until they are let in again. */
  public void refuses(boolean refuse) {
    synchronized (slack) {
      refusing = refuse;
    }
  }

  /** The address for one connection. */
  String ticket(FakeApp app) {
    if (disabled) {
      throw new SlackError("socket_mode_disabled");
    }
    String ticket = slack.ids.next("t");
    tickets.put(ticket, app);
    return server.url() + "?ticket=" + ticket + "&app_id=" + app.id();
  }

  void opened(WebSocket socket, String path) {
    synchronized (slack) {
      FakeApp app = tickets.remove(path.replaceAll(".*ticket=([^&]*).*", "$1"));
      if (app == null || refusing || of(app).size() >= MOST) {
        socket.close();
        return;
      }
      opened++;
      var wire = new Wire(app, socket);
      socket.setAttachment(wire);
      var hello = Json.object().put("type", "hello").put("num_connections", of(app).size());
      hello.putObject("connection_info").put("app_id", app.id());
      hello
          .putObject("debug_info")
          .put("host", "applink-fake")
          .put("build_number", 1)
          .put("approximate_connection_time", 18_060);
      wire.send(hello);
    }
  }

  void received(Wire wire, JsonNode answer) {
    String envelope = answer.path("envelope_id").asText();
    wire.answered(envelope);
    slack.deliveries().acknowledged(envelope, answer.path("payload"));
  }

  void closed(Wire wire) {
    wire.unanswered().forEach(id -> slack.deliveries().failed(id, "connection_closed"));
  }

  /** Each envelope goes to one connection, in turn. */
  @Override
  public boolean carry(Envelope envelope) {
    List<Wire> all = of(envelope.app());
    List<Wire> staying = all.stream().filter(wire -> !wire.isLeaving()).toList();
    List<Wire> wires = staying.isEmpty() ? all : staying;
    if (wires.isEmpty()) {
      return false;
    }
    wires.get(turn++ % wires.size()).carry(envelope);
    return true;
  }

  private List<Wire> of(FakeApp app) {
    return server.wires().stream().filter(wire -> wire.app == app).toList();
  }

  void close() {
    server.end();
  }
}
