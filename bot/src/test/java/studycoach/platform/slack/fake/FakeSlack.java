package studycoach.platform.slack.fake;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slack on loopback. What a bot sends that Slack would not take is answered with Slack's error and
 * kept in {@link #violations()}; closing fails if there are any.
 *
 * <p>What is inside is guarded by this object's monitor.
 */
public final class FakeSlack implements AutoCloseable {
  final Clock clock;
  final Ids ids;
  private final Faults faults = new Faults();
  private final RateLimits limits = new RateLimits();
  private final Map<String, FakeApp> apps = new LinkedHashMap<>();
  private final Map<String, FakeWorkspace> workspaces = new LinkedHashMap<>();
  private final Map<String, FakeInteraction> interactions = new LinkedHashMap<>();
  private final Map<String, FakeFile> files = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final Deliveries deliveries;
  private final Socket socket;
  private final WebHooks hooks;
  private final WebServer web;

  public FakeSlack() {
    this(Clock.systemUTC());
  }

  /**
   * @param clock dates messages and ends a response_url after 30 minutes; the three seconds of an
   *     interaction, redelivery and all rates are real time
   */
  public FakeSlack(Clock clock) {
    this.clock = clock;
    ids = new Ids(clock);
    deliveries = new Deliveries(this);
    socket = new Socket(this);
    hooks = new WebHooks(deliveries);
    deliveries.by(socket);
    web = new WebServer(this);
  }

  /** Ends in {@code /api/}. */
  public String apiUrl() {
    return web.url() + "api/";
  }

  /** The app that workspaces have unless told otherwise. */
  public FakeApp app() {
    return app("Study Coach");
  }

  public synchronized FakeApp app(String name) {
    return apps.computeIfAbsent(name, n -> new FakeApp(this, n));
  }

  /** The workspace of a name, with {@link #app()} installed if it is new. */
  public FakeWorkspace workspace(String name) {
    return workspace(name, app());
  }

  /** The workspace of a name, with this app installed if it is new. */
  public synchronized FakeWorkspace workspace(String name, FakeApp app) {
    return workspaces.computeIfAbsent(name, n -> new FakeWorkspace(this, n, app));
  }

  public Faults faults() {
    return faults;
  }

  public RateLimits limits() {
    return limits;
  }

  /** How the bot is told what happens, and how often. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Socket Mode, by which the bot is told unless {@link #overHttp} was called. */
  public Socket socket() {
    return socket;
  }

  /** Requests of Slack's to the bot, e.g. some that are signed wrongly. */
  public WebHooks http() {
    return hooks;
  }

  /** From now on the bot is told by signed requests to this address. */
  public void overHttp(URI address) {
    hooks.to(address);
    deliveries.by(hooks);
  }

  /** How long every answer takes, at random between these. */
  public void answersAfter(Duration least, Duration most) {
    web.answersAfter(least, most);
  }

  /** By how much the dates of answers are behind the clock from now on. */
  public void dates(Duration behind) {
    web.dates(behind);
  }

  /** What was asked and answered, oldest first. */
  public List<Exchange> exchanges() {
    return web.exchanges();
  }

  /** What was asked of one method, e.g. {@code chat.postMessage} or {@code response_url}. */
  public List<Exchange> exchanges(String method) {
    return exchanges().stream().filter(one -> one.method().equals(method)).toList();
  }

  /** What a person sees of a channel now, as plain text. */
  public String seenBy(FakePerson person, FakeChannel channel) {
    return person.screen(channel);
  }

  /** Interactions that people were told had failed. */
  public synchronized List<FakeInteraction> failed() {
    return interactions.values().stream().filter(FakeInteraction::failed).toList();
  }

  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** Empties the list for a test that provokes some. */
  public synchronized List<String> takeViolations() {
    List<String> taken = violations();
    violations.clear();
    return taken;
  }

  /** What was announced as a file, uploaded or not. */
  public synchronized List<FakeFile> files() {
    return List.copyOf(files.values());
  }

  FakeFile add(FakeFile file) {
    files.put(file.id(), file);
    return file;
  }

  Optional<FakeFile> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  synchronized void violated(String what) {
    violations.add(what);
  }

  WebServer web() {
    return web;
  }

  Collection<FakeApp> apps() {
    return apps.values();
  }

  Collection<FakeWorkspace> workspaces() {
    return workspaces.values();
  }

  void add(FakeInteraction interaction) {
    interactions.put(interaction.id(), interaction);
  }

  Optional<FakeInteraction> interaction(String id) {
    return Optional.ofNullable(interactions.get(id));
  }

  @Override
  public void close() {
    deliveries.close();
    socket.close();
    web.close();
    if (!violations().isEmpty()) {
      throw new AssertionError("Slack would not have taken: " + violations());
    }
  }
}
