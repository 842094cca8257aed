package studycoach.feature.daily;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Destination;
import studycoach.delivery.Outbox;
import studycoach.pack.Question;
import studycoach.schedule.Job;
import studycoach.store.Durability;
import studycoach.study.Answers;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.QuestionVersions;
import studycoach.study.Timetable;
import studycoach.study.board.Worth;

/**
 * Keeps a group's promise: opens drops when they are due and ends their windows. Every step is one
 * transaction that finds out for itself whether it is still to be done, so running twice, or again
 * after a crash, does no more than running once.
 */
public final class DropKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(DropKeeper.class);

  /** Other groups' drops are due in the same minute; what can wait does. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final Duration IN_DOUBT_WAIT = Duration.ofSeconds(5);
  private static final Duration PUNCTUAL = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Groups groups;
  private final Drops drops;
  private final Answers answers;
  private final QuestionVersions versions;
  private final PlacingDao placings;
  private final Plan plan;
  private final Drawing drawing;
  private final Outbox outbox;
  private final Sight sight;
  private final Clock clock;
  private final DropCounts counts;

  public DropKeeper(
      Jdbi jdbi,
      Groups groups,
      Drops drops,
      Answers answers,
      Drawing drawing,
      Outbox outbox,
      Clock clock,
      MeterRegistry registry) {
    this.jdbi = jdbi;
    this.groups = groups;
    this.drops = drops;
    this.answers = answers;
    this.versions = new QuestionVersions(jdbi);
    this.placings = new PlacingDao(jdbi);
    this.plan = new Plan(jdbi, new PlanDao(jdbi), drawing);
    this.drawing = drawing;
    this.outbox = outbox;
    this.sight = new Sight(groups, drops, outbox);
    this.clock = clock;
    this.counts = DropCounts.in(registry);
  }

  /** The job that opens and ends drops; to be run for every group when the program starts. */
  public Job job() {
    return new Job(Group.JOB, id -> Optional.of(keep(Long.parseLong(id))));
  }

  /**
   * Does what is due for a group.
   *
   * @return when something is due again
   */
  private Instant keep(long id) {
    Instant now = clock.instant();
    drops.open(id).stream().filter(drop -> !drop.takesAnswers(now)).forEach(this::end);
    Group group = groups.find(id);
    boolean busy = !group.next().at().isAfter(now);
    while (!group.next().at().isAfter(now)) {
      due(group, now);
      group = groups.find(id);
    }
    if (!busy) {
      plan.prepare(group);
    }
    Stream<Instant> own =
        busy ? Stream.of(group.next().at(), now.plus(QUIET)) : Stream.of(group.next().at());
    return Stream.concat(own, drops.open(id).stream().map(Drop::closesAt))
        // A window that is over is only open because its post is in doubt.
        .map(moment -> moment.isAfter(now) ? moment : now.plus(IN_DOUBT_WAIT))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private void due(Group group, Instant now) {
    Timetable.Slot slot = group.next();
    Instant end = group.windowEnd(slot);
    Timetable.Slot next = group.settings().timetable().next(slot.at(), Optional.of(slot.day()));
    Optional<Long> opened =
        jdbi.inTransaction(
            handle -> {
              // Nobody sees it before its posts are sent, and these wait for the disk.
              handle.configure(Durability.class, Durability::written);
              boolean left = !groups.advance(group, next) || group.paused() || group.skipNext();
              if (left) {
                return Optional.empty();
              }
              boolean late = now.isAfter(slot.at().plus(PUNCTUAL));
              boolean missed = !end.isAfter(now);
              Drop drop =
                  new Drop(
                      0,
                      group.id(),
                      Optional.of(slot.day()),
                      late && !missed ? now : slot.at(),
                      end,
                      late,
                      missed ? Drop.State.FAILED : Drop.State.OPEN);
              return missed ? failed(group, drop) : open(group, drop);
            });
    opened.ifPresent(this::send);
  }

  private Optional<Long> failed(Group group, Drop drop) {
    LOG.warn("The drop of {} of group {} was missed: nothing ran then", drop.day(), drop.group());
    drops.add(drop, group.zone());
    counts.failed().increment();
    return Optional.empty();
  }

  /**
   * Posts an extra drop, which ends with the next scheduled one and has no day of its own.
   *
   * @return false if there are no questions
   */
  boolean extra(Group group) {
    Instant now = clock.instant();
    Instant end =
        group.settings().revealAfter().map(now::plus).orElseGet(() -> nextAfter(group, now));
    Drop drop = new Drop(0, group.id(), Optional.empty(), now, end, false, Drop.State.OPEN);
    Optional<Long> opened = jdbi.inTransaction(handle -> open(group, drop));
    opened.ifPresent(this::send);
    return opened.isPresent();
  }

  /** What the next drop asks, drawn now if it was not yet. */
  List<Question> preview(Group group) {
    return plan.preview(group);
  }

  /** The next drop that is not due yet, so that no window is empty. */
  private static Instant nextAfter(Group group, Instant now) {
    Timetable.Slot next = group.next();
    return next.at().isAfter(now)
        ? next.at()
        : group.settings().timetable().next(now, Optional.of(next.day())).at();
  }

  private Optional<Long> open(Group group, Drop drop) {
    List<Question> questions = drop.isExtra() ? plan.extra(group) : plan.take(group);
    if (questions.isEmpty()) {
      LOG.warn("No questions for {}, so group {} got no drop", group.settings().exam(), group.id());
      return drop.isExtra()
          ? Optional.empty()
          : failed(
              group,
              new Drop(
                  0,
                  drop.group(),
                  drop.day(),
                  drop.openedAt(),
                  drop.closesAt(),
                  drop.late(),
                  Drop.State.FAILED));
    }
    Optional<Long> id = drops.add(drop, group.zone());
    id.ifPresent(added -> ask(group, added, questions));
    return id;
  }

  private void ask(Group group, long drop, List<Question> questions) {
    for (int place = 1; place <= questions.size(); place++) {
      Question question = questions.get(place - 1);
      DropQuestion asked =
          new DropQuestion(
              0,
              drop,
              group.id(),
              place,
              question.id(),
              versions.keep(question),
              question.domain(),
              drawing.shuffle(question, "drop " + drop + " " + place),
              Worth.of(question.difficulty()));
      post(DropPosts.KIND, drops.add(asked), group.id());
    }
  }

  private void post(String kind, long subject, long group) {
    places(group).forEach(place -> outbox.plan(kind, subject, place));
  }

  private Stream<Destination> places(long group) {
    return groups.channels().of(group).stream().map(Destination.Channel::new);
  }

  private void send(long drop) {
    counts.opened(drops.find(drop));
    drops.questions(drop).forEach(question -> outbox.wake(DropPosts.KIND, question.id()));
  }

  private void end(Drop drop) {
    for (DropQuestion question : jdbi.inTransaction(handle -> close(drop))) {
      outbox.refresh(DropPosts.KIND, question.id());
      outbox.wake(RevealPosts.KIND, question.id());
    }
  }

  /** Closes a window, unless a post is in doubt, and gives the questions to be revealed. */
  private List<DropQuestion> close(Drop drop) {
    Map<Outbox.Standing, List<DropQuestion>> questions =
        drops.questions(drop.id()).stream()
            .collect(
                Collectors.groupingBy(question -> outbox.standing(DropPosts.KIND, question.id())));
    List<DropQuestion> seen = questions.getOrDefault(Outbox.Standing.STANDS, List.of());
    Drop.State state = seen.isEmpty() ? Drop.State.FAILED : Drop.State.CLOSED;
    if (questions.containsKey(Outbox.Standing.IN_DOUBT) || !drops.end(drop.id(), state)) {
      return List.of();
    }
    if (seen.isEmpty()) {
      counts.failed().increment();
    }
    sight.note(drop, seen);
    answers.unseal(drop.id());
    placings.end(drop.id());
    boolean threads = groups.find(drop.group()).settings().threads();
    for (DropQuestion question : seen) {
      outbox.outdate(DropPosts.KIND, question.id());
      post(RevealPosts.KIND, question.id(), drop.group());
      if (threads) {
        discuss(question);
      }
    }
    return seen;
  }

  private void discuss(DropQuestion question) {
    places(question.group())
        .forEach(
            place ->
                outbox.planUnder(RevealPosts.KIND, DiscussionPosts.KIND, question.id(), place));
  }
}
