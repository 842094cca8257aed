package studycoach.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.Bot;
import studycoach.chat.Inbox;
import studycoach.engine.RateLimit;
import studycoach.markup.CommonMark;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.study.draw.Chance;

/** The whole bot on a fresh database, two fake platforms and a clock that a test moves. */
public final class World implements AutoCloseable {
  private static final Bank REAL = Bank.load(questionsFolder());
  private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();
  private static final long SEED = 7;
  private static final List<String> PLATFORMS = List.of("fake", "other");

  private final Database database;
  private final MutableClock clock;
  private final Map<String, FakePlatform> chats;
  private final Duration editPace;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Bank original;
  private Bank bank;
  private Optional<Running> running = Optional.empty();

  private record Running(Schedule schedule, Bot bot) {}

  /**
   * @param now e.g. {@code 2026-03-27T07:00:00Z}
   */
  public World(TestDatabase kind, String now) {
    this(kind, now, REAL);
  }

  public World(TestDatabase kind, String now, Bank bank) {
    this(kind, now, bank, Duration.ZERO);
  }

  /**
   * @param editPace how long a message may stand out of date
   */
  public World(TestDatabase kind, String now, Bank bank, Duration editPace) {
    this.editPace = editPace;
    this.database = kind.open();
    this.clock = new MutableClock(now);
    this.original = bank;
    this.bank = bank;
    this.chats =
        PLATFORMS.stream()
            .collect(Collectors.toMap(name -> name, name -> new FakePlatform(name, this::settle)));
    start();
  }

  private void start() {
    Schedule schedule = Schedule.byHand(database, clock);
    Bot bot =
        new Bot(
            "coach",
            database,
            () -> bank,
            schedule,
            Chance.seeded(SEED),
            clock,
            RateLimit.none(),
            editPace,
            registry);
    running = Optional.of(new Running(schedule, bot));
    bot.start(chats.values().toArray(FakePlatform[]::new));
    chats.values().forEach(chat -> chat.start(bot.inbox()));
    settle();
  }

  public FakePlatform chat() {
    return chat("fake");
  }

  /** One of the platforms, {@code fake} or {@code other}. */
  public FakePlatform chat(String platform) {
    return Objects.requireNonNull(chats.get(platform));
  }

  /** What was measured and counted. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Where the platform hands in what people do. */
  public Inbox inbox() {
    return running.orElseThrow().bot().inbox();
  }

  public Database database() {
    return database;
  }

  public MutableClock clock() {
    return clock;
  }

  /** Formatted text without its formatting. */
  private static String plain(String text) {
    return PLAIN.computeIfAbsent(text, read -> CommonMark.read(read).plain());
  }

  /** The question that a text shows, as it was before any edit. */
  public Question questionIn(String text) {
    return original.packs().stream()
        .flatMap(pack -> pack.questions().stream())
        .filter(question -> text.contains(plain(question.stem())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no question in: " + text));
  }

  /** The letters of the right options as this text shows them. */
  public List<String> right(String text) {
    return letters(text, true);
  }

  /** The letters of the wrong options as this text shows them. */
  public List<String> wrong(String text) {
    return letters(text, false);
  }

  /** As many letters as the right answer has, wrong ones before right ones. */
  public List<String> wrongly(String text) {
    return Stream.concat(wrong(text).stream(), right(text).stream())
        .limit(right(text).size())
        .toList();
  }

  /** Has somebody answer the question that they were shown last, and says which it is. */
  public Question answers(Person person, boolean right) {
    String text = person.last();
    person.answers(right ? right(text) : wrongly(text));
    return questionIn(text);
  }

  /** The letters of the steps, or of the matches, in the right order as this text shows them. */
  public List<String> inOrder(String text) {
    Body body = questionIn(text).body();
    Stream<String> pieces =
        body instanceof Body.Ordering ordering
            ? ordering.steps().stream().map(Body.Step::text)
            : ((Body.Matching) body).pairs().stream().map(Body.Pair::match);
    return pieces.map(piece -> letter(text, piece)).toList();
  }

  private static String letter(String text, String piece) {
    String shown = "  " + plain(piece);
    return text.lines()
        .filter(line -> line.startsWith(shown, 1))
        .map(line -> line.substring(0, 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + piece + " in: " + text));
  }

  private List<String> letters(String text, boolean key) {
    Body.Choices choices = (Body.Choices) questionIn(text).body();
    return text.lines()
        .filter(
            line ->
                choices.options().stream()
                    .anyMatch(
                        option ->
                            option.key() == key && line.endsWith("  " + plain(option.text()))))
        .map(line -> line.substring(0, 1))
        .toList();
  }

  /** The packs were edited. */
  public void serve(Bank edited) {
    bank = edited;
  }

  /** What has jobs run. */
  public Schedule schedule() {
    return running.orElseThrow().schedule();
  }

  /** Does what is due. */
  public void settle() {
    schedule().runDue();
    chats.values().forEach(FakePlatform::assertFits);
  }

  /** Time goes by, and what becomes due is done in its moment. */
  public void passes(Duration time) {
    goesTo(clock.instant().plus(time));
  }

  public void goesTo(String moment) {
    goesTo(Instant.parse(moment));
  }

  private void goesTo(Instant end) {
    Optional<Instant> next = next();
    while (next.filter(moment -> !moment.isAfter(end)).isPresent()) {
      clock.set(next.get().isAfter(clock.instant()) ? next.get() : clock.instant());
      settle();
      next = next();
    }
    clock.set(end);
    settle();
  }

  private Optional<Instant> next() {
    return schedule().next();
  }

  /** The bot is down until a moment. */
  public void isDownUntil(String moment) {
    running.orElseThrow().bot().close();
    clock.set(Instant.parse(moment));
    start();
  }

  @Override
  public void close() {
    running.orElseThrow().bot().close();
    database.close();
  }

  public static Path questionsFolder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("questions"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }
}
