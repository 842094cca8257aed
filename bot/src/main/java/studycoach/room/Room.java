package studycoach.room;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studycoach.backup.BeforeMigration;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.control.Report;
import studycoach.pack.Bank;
import studycoach.pack.LiveBank;
import studycoach.platform.terminal.RoomControls;
import studycoach.platform.terminal.Screen;
import studycoach.platform.terminal.TerminalAdapter;
import studycoach.platform.terminal.TerminalRoom;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.yaml.Problem;

/**
 * A room: one channel in a terminal, the whole bot behind it. Everything is done on one thread at a
 * time; the bot can be stopped and started again while the room stays.
 */
public final class Room implements Inbox, RoomControls {
  private static final int MOST_STEPS = 10;

  private final RoomOptions options;
  private final RoomClock clock;
  private final Supplier<Bank> bank;
  private final Screen screen;
  private final ChatAdapter adapter;
  private Optional<RoomBot> running = Optional.empty();

  private Room(
      RoomOptions options,
      RoomClock clock,
      Supplier<Bank> bank,
      Screen screen,
      ChatAdapter adapter) {
    this.options = options;
    this.clock = clock;
    this.bank = bank;
    this.screen = screen;
    this.adapter = adapter;
  }

  /** Opens a room and stays in it until it is left. */
  public static void visit(RoomOptions options, Clock system) {
    visit(options, system, UnaryOperator.identity());
  }

  /**
   * The same with something between the bot and the terminal.
   *
   * @param between for trials of what may go wrong there
   */
  static void visit(RoomOptions options, Clock system, UnaryOperator<ChatAdapter> between) {
    Path history = options.data().resolve("room.history");
    Ticker ticker = Ticker.systemTicker();
    visit(options, system, ticker, between, complete -> Screen.open(history, complete));
  }

  /**
   * The same on any screen.
   *
   * @param ticker paces the looks at the packs
   * @param opens makes the screen, given what the last word of a line may become
   */
  static void visit(
      RoomOptions options,
      Clock system,
      Ticker ticker,
      UnaryOperator<ChatAdapter> between,
      Function<Function<String, List<String>>, Screen> opens) {
    // The database first: it says best what is wrong with the folder.
    Database database = database(options, system);
    RoomClock clock = RoomClock.open(options.data().resolve("room.clock"), system, options.at());
    Supplier<Bank> bank = new LiveBank(options.questions(), ticker);
    AtomicReference<Function<String, List<String>>> complete =
        new AtomicReference<>(line -> List.of());
    try (Screen screen = opens.apply(line -> Objects.requireNonNull(complete.get()).apply(line));
        TerminalAdapter terminal = new TerminalAdapter(transcript(options), screen)) {
      Room room = new Room(options, clock, bank, screen, between.apply(terminal));
      complete.set(room::complete);
      room.stay(database, terminal);
    }
  }

  private static Database database(RoomOptions options, Clock clock) {
    return Database.inFolder(
        options.data(), Migration.after(new BeforeMigration(options.data(), clock)));
  }

  private void stay(Database database, TerminalAdapter terminal) {
    ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Room::daemon);
    try {
      welcome();
      start(database);
      terminal.start(this);
      FirstGroup group = new FirstGroup(options, running().inbox(), screen);
      if (group.isMissing()) {
        group.make(bank.get());
        settle();
      }
      if (!clock.isStanding()) {
        var unused = ticker.scheduleWithFixedDelay(this::settle, 1, 1, TimeUnit.SECONDS);
      }
      new TerminalRoom(screen, terminal, options.command(), options.starter(), this).run();
    } finally {
      ticker.shutdownNow();
      stop();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "room-clock");
    thread.setDaemon(true);
    return thread;
  }

  private void welcome() {
    for (Problem problem : bank.get().problems()) {
      screen.print("Left out: " + problem);
    }
    screen.print(
        "The room of Study Coach. A question is answered by its letter; help lists the commands,"
            + " /help what the room can do.");
  }

  private synchronized void start(Database database) {
    RoomBot bot = new RoomBot(options, database, bank, clock, this::checkTallies);
    running = Optional.of(bot);
    bot.start(adapter);
  }

  private synchronized void stop() {
    running.ifPresent(RoomBot::close);
    running = Optional.empty();
  }

  private synchronized Report checkTallies() {
    return running().tallies();
  }

  private RoomBot running() {
    return running.orElseThrow(() -> new IllegalStateException("the bot is stopped"));
  }

  @Override
  public synchronized List<Command> commands() {
    return running().inbox().commands();
  }

  @Override
  public synchronized Response responseTo(Incoming incoming) {
    return running().inbox().responseTo(incoming);
  }

  @Override
  public synchronized Reply accept(Incoming incoming) {
    return running().inbox().accept(incoming);
  }

  @Override
  public synchronized void once(String key, Runnable work) {
    running().inbox().once(key, work);
  }

  @Override
  public synchronized void joined(Joined joined) {
    running().inbox().joined(joined);
  }

  @Override
  public synchronized void settle() {
    running.ifPresent(RoomBot::settle);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public ZoneId zone() {
    return options.zone();
  }

  /** {@inheritDoc} Some of what is due shows nothing; then what comes after it does too. */
  @Override
  public synchronized void next() {
    long before = shown();
    for (int step = 0; step < MOST_STEPS && shown() == before; step++) {
      Instant next =
          running()
              .next()
              .orElseThrow(() -> new UserError("Nothing is scheduled. See: help setup"));
      clock.moveTo(next.isBefore(clock.instant()) ? clock.instant() : next);
      settle();
    }
  }

  /** Grows with everything that is shown to anybody. */
  private long shown() {
    return transcript(options).toFile().length();
  }

  private static Path transcript(RoomOptions options) {
    return options.data().resolve("room.transcript.jsonl");
  }

  @Override
  public synchronized void down(Duration time) {
    stop();
    clock.moveTo(clock.instant().plus(time));
    start(database(options, clock));
  }

  @Override
  public List<String> complete(String line) {
    return CommandLine.complete(commands(), TerminalRoom.origin(options.starter(), true), line);
  }
}
