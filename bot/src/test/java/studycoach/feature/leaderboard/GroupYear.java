package studycoach.feature.leaderboard;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.pack.MadeUpPack;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Seasons;
import studycoach.study.board.Tallies;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** A year of a group of sixty: people type and press, and all that they do goes into a journal. */
final class GroupYear implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int QUESTIONS = 120;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate LAST = LocalDate.parse("2027-01-03");
  private static final LocalDate NEW_SEASON = LocalDate.parse("2026-07-01");
  private static final LocalTime SLOT = LocalTime.of(9, 0);
  private static final Duration EDITS = Duration.ofHours(1);

  /** Extra drops come half an hour after midnight, when the day before still lasts in UTC. */
  private static final Set<LocalDate> EXTRAS =
      Stream.of(
              "2026-01-05 2026-02-01 2026-03-29 2026-05-04 2026-06-01 2026-07-01 2026-08-26"
                  .split(" "),
              "2026-08-31 2026-09-13 2026-10-25 2026-11-01 2026-12-07 2027-01-01".split(" "))
          .flatMap(Stream::of)
          .map(LocalDate::parse)
          .collect(Collectors.toUnmodifiableSet());

  /** The day in whose evening the bot goes down, and that on which it comes back, at ten. */
  private static final Map<LocalDate, LocalDate> OUTAGES =
      Map.of(
          LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-01"),
          LocalDate.parse("2026-10-06"), LocalDate.parse("2026-10-08"));

  private final Map<String, Runnable> events =
      Map.ofEntries(
          entry("2026-02-09", () -> organises("setup questions:3")),
          entry("2026-02-23", () -> organises("setup questions:1")),
          entry("2026-03-16", () -> seals(true)),
          entry("2026-04-02", () -> organises("group skip")),
          entry("2026-05-11", () -> seals(false)),
          entry("2026-08-03", () -> organises("setup questions:2")),
          entry("2026-08-22", () -> organises("setup questions:1")),
          entry("2026-08-25", () -> organises("group pause")),
          entry("2026-08-29", () -> organises("group resume")),
          entry("2026-09-09", () -> weekBegins(DayOfWeek.SUNDAY)),
          entry("2026-10-12", () -> seals(true)),
          entry("2026-11-02", () -> seals(false)));

  private final World world;
  private final Person organiser;
  private final Learners learners;
  private final Groups groups;
  private final Journal journal = new Journal();
  private final List<Instant> seasons = new ArrayList<>();
  private final People people;

  GroupYear(TestDatabase kind) {
    world = new World(kind, "2025-12-31T20:00:00Z", MadeUpPack.of(QUESTIONS), EDITS);
    organiser = world.chat().manager("organiser");
    learners = new Learners(world.database().jdbi(), world.clock());
    people = new People(world, journal, learners, FIRST);
    groups = new Groups(world.database().jdbi(), learners, tallies(), world.clock());
    organises("setup exam:" + MadeUpPack.EXAM + " time:09:00 zone:" + ZONE + " days:mon-sat");
    seasons.add(world.clock().instant());
  }

  World world() {
    return world;
  }

  Tallies tallies() {
    return new Tallies(world.database().jdbi());
  }

  Group group() {
    return groups.in(world.chat().channel()).orElseThrow();
  }

  Journal journal() {
    return journal;
  }

  Person person(String name) {
    return world.chat().person(name);
  }

  List<String> names() {
    return people.all().stream().map(Inhabitant::name).toList();
  }

  long learner(String name) {
    return learners.of(person(name).user(), name).id();
  }

  /** How many there have been. */
  int seasons() {
    return seasons.size();
  }

  /** What the journal comes to. */
  Ledger ledger() {
    return new Ledger(journal, group().settings().week(), seasons);
  }

  /**
   * Lets the year pass.
   *
   * @param check at each month's end, after an outage at one, around the new season and at the end
   */
  void passes(Runnable check) {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      passes(day, check);
      boolean monthEnds = day.plusDays(1).getDayOfMonth() == 1;
      if (OUTAGES.containsKey(day)) {
        LocalDate back = OUTAGES.getOrDefault(day, day);
        isDown(day, back);
        day = back.minusDays(1);
      } else if (monthEnds || day.equals(LAST) || OUTAGES.containsValue(day)) {
        check.run();
      }
    }
  }

  private void passes(LocalDate day, Runnable check) {
    if (EXTRAS.contains(day)) {
      goesTo(day, LocalTime.of(0, 30));
      extra(day);
    }
    if (goesTo(day, LocalTime.of(8, 40))) {
      people.sit(day);
    }
    if (hasDrop(day) && goesTo(day, SLOT)) {
      drop(day);
    }
    goesTo(day, LocalTime.NOON);
    events.getOrDefault(day.toString(), () -> {}).run();
    people.live(day);
    people.sit(day);
    if (day.equals(NEW_SEASON)) {
      check.run();
      reset(day);
      check.run();
    }
    goesTo(day, LocalTime.of(19, 0));
    people.sit(day);
  }

  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  private boolean goesTo(LocalDate day, LocalTime time) {
    boolean ahead = at(day, time).isAfter(world.clock().instant());
    if (ahead) {
      world.goesTo(at(day, time).toString());
    }
    return ahead;
  }

  private void organises(String command) {
    organiser.runs(command);
  }

  private void seals(boolean seal) {
    organises("setup feedback:" + (seal ? "sealed" : "instant"));
    people.areUnderSeal(seal);
  }

  private void weekBegins(DayOfWeek first) {
    GroupSettings now = group().settings();
    groups.change(
        group(),
        new GroupSettings(
            now.exam(),
            now.timetable(),
            now.questions(),
            now.sealed(),
            now.revealAfter(),
            first,
            now.board(),
            now.threads()));
  }

  private void reset(LocalDate day) {
    goesTo(day, LocalTime.of(15, 0));
    new Seasons(world.database().jdbi(), tallies(), world.clock()).reset(group().id());
    seasons.add(world.clock().instant());
    extra(day);
  }

  private void isDown(LocalDate since, LocalDate back) {
    world.isDownUntil(at(back, LocalTime.of(10, 0)).toString());
    since.plusDays(1).datesUntil(back.plusDays(1)).filter(GroupYear::hasDrop).forEach(this::late);
  }

  private static boolean hasDrop(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private void late(LocalDate day) {
    Instant end = windowEnd(day, at(day, SLOT));
    if (end.isAfter(world.clock().instant())) {
      drop(day);
    } else {
      journal.opens(day, at(day, SLOT), end, false, true);
    }
  }

  private static Instant windowEnd(LocalDate day, Instant opened) {
    return Stream.iterate(day, earlier -> earlier.plusDays(1))
        .filter(GroupYear::hasDrop)
        .map(later -> at(later, SLOT))
        .filter(slot -> slot.isAfter(opened))
        .findFirst()
        .orElseThrow();
  }

  /** What is open ends, and there may be something new. */
  private void drop(LocalDate day) {
    people.seeTheReveal();
    looks(day, false);
  }

  private void extra(LocalDate day) {
    organises("group post");
    looks(day, true);
  }

  private void looks(LocalDate day, boolean extra) {
    Instant now = world.clock().instant();
    people.look(() -> journal.opens(day, now, windowEnd(day, now), extra, false));
  }

  @Override
  public void close() {
    world.close();
  }
}
