package studycoach.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Whether the bot can listen where it is to. */
public record PortsCheck(List<Port> ports, RunningBot bot) implements Check {
  /**
   * Where something listens.
   *
   * @param use what for, e.g. {@code health}
   * @param variable by which the port is set
   * @param number 0 for any
   */
  public record Port(String use, String variable, String host, int number) {}

  @Override
  public String title() {
    return "ports";
  }

  @Override
  public List<Remark> remarks() {
    return ports.stream().map(this::remark).toList();
  }

  private Remark remark(Port port) {
    String place = port.host() + ":" + port.number() + " (" + port.use() + ")";
    InetSocketAddress address = new InetSocketAddress(port.host(), port.number());
    if (address.isUnresolved()) {
      return Remark.error(
          place + ": there is no such address",
          "set one of this machine's, e.g. 127.0.0.1 (" + host(port) + ")");
    }
    try (ServerSocket free = new ServerSocket()) {
      free.bind(address);
      return Remark.ok(
          port.number() == 0 ? "Any free port will do (" + port.use() + ")" : place + " is free");
    } catch (BindException e) {
      return String.valueOf(e.getMessage()).contains("in use")
          ? taken(port, place)
          : refused(place, port);
    } catch (IOException e) {
      return refused(place, port);
    }
  }

  private Remark taken(Port port, String place) {
    return bot.runs()
        ? Remark.ok(place + " is held by the running bot")
        : Remark.error(
            place + " is taken by another program",
            "end that one, or set another port with " + port.variable());
  }

  private static Remark refused(String place, Port port) {
    return Remark.error(
        place + " can't be opened",
        "set an address of this machine's (%s) and a port above 1023 (%s)"
            .formatted(host(port), port.variable()));
  }

  private static String host(Port port) {
    return port.variable().replace("_PORT", "_HOST");
  }
}
