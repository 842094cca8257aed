package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Discord on loopback. What a bot sends that Discord would not take is answered with 400 and kept
 * in {@link #violations()}; closing fails if there are any.
 *
 * <p>What is inside is guarded by this object's monitor.
 */
public final class FakeDiscord implements AutoCloseable {
  final Clock clock;
  final Snowflakes ids;
  final FakePerson bot;
  final Gateway gateway;
  private final Rest rest;
  private final Faults faults = new Faults();
  private final Map<String, FakeGuild> guilds = new LinkedHashMap<>();
  private final Map<String, FakePerson> people = new LinkedHashMap<>();
  private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
  private final Map<String, FakeInteraction> interactions = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();
  private List<JsonNode> commands = List.of();
  private String token = "fake.bot.token";
  private int shards = 1;

  public FakeDiscord() {
    this(Clock.systemUTC());
  }

  /**
   * @param clock dates ids and messages and ends interactions after 15 minutes; the three seconds
   *     of an interaction and all rates are real time
   */
  public FakeDiscord(Clock clock) {
    this.clock = clock;
    ids = new Snowflakes(clock);
    bot = new FakePerson(this, "Study Coach");
    gateway = new Gateway(this);
    rest = new Rest(this);
  }

  /** The bot's token; any other is refused. */
  public synchronized String token() {
    return token;
  }

  /** From now on the token that bots have is refused. */
  public synchronized void revokesToken() {
    token = "fake.bot.token." + ids.next();
  }

  /** Ends in {@code /api/v10/}. */
  public String apiUrl() {
    return rest.url();
  }

  public String gatewayUrl() {
    return gateway.url();
  }

  /** How many shards {@code GET gateway/bot} recommends. */
  public synchronized void recommendsShards(int number) {
    shards = number;
  }

  /** The guild of a name; one that is new is told to the bot if it is there. */
  public synchronized FakeGuild guild(String name) {
    FakeGuild known = guilds.get(name);
    if (known != null) {
      return known;
    }
    var guild = new FakeGuild(this, name);
    guilds.put(name, guild);
    guild.addsBot();
    return guild;
  }

  public synchronized FakePerson person(String name) {
    return people.computeIfAbsent(name, n -> new FakePerson(this, n));
  }

  /** The bot as a person, e.g. for its id. */
  public FakePerson bot() {
    return bot;
  }

  public Gateway gateway() {
    return gateway;
  }

  public Faults faults() {
    return faults;
  }

  public Rest rest() {
    return rest;
  }

  /** What a person sees of a channel now, as plain text. */
  public String seenBy(FakePerson person, FakeChannel channel) {
    return person.screen(channel);
  }

  /** The registered commands, as Discord keeps them. */
  public synchronized List<JsonNode> commands() {
    return commands;
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

  synchronized void violated(String what) {
    violations.add(what);
  }

  int shards() {
    return shards;
  }

  boolean knows(String other) {
    return token.equals(other);
  }

  Stream<FakeGuild> guilds() {
    return guilds.values().stream();
  }

  void add(FakeChannel channel) {
    channels.put(channel.id(), channel);
  }

  void forget(FakeChannel channel) {
    channels.remove(channel.id());
    if (channel.guild != null) {
      channel.guild.forget(channel);
    }
  }

  FakeChannel channelById(String id) {
    FakeChannel channel = channels.get(id);
    if (channel == null) {
      throw RestException.unknown(10003, "Channel");
    }
    if (channel.guild != null && !channel.guild.botIn()) {
      throw new RestException(403, 50001, "Missing Access");
    }
    return channel;
  }

  FakePerson personById(String id) {
    return Stream.concat(people.values().stream(), Stream.of(bot))
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> RestException.unknown(10013, "User"));
  }

  void add(FakeInteraction interaction) {
    interactions.put(interaction.token(), interaction);
  }

  FakeInteraction interaction(String withToken, int code, String what) {
    FakeInteraction interaction = interactions.get(withToken);
    if (interaction == null) {
      throw RestException.unknown(code, what);
    }
    return interaction;
  }

  void register(List<JsonNode> all) {
    commands = List.copyOf(all);
  }

  JsonNode command(String name) {
    return commands.stream()
        .filter(command -> command.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("/" + name + " is not registered"));
  }

  /** The moment as Discord writes it. */
  String now() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    gateway.close();
    rest.close();
    if (!violations().isEmpty()) {
      throw new AssertionError("Discord would not have taken: " + violations());
    }
  }
}
