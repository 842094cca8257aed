package studycoach.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Destination;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;

/**
 * Posts messages once each, in the order in which they were planned for a place. A post is a row
 * first: planned, then sending, then posted, or refused if nobody wants it any more. One found
 * sending after a crash is looked for on the platform before it is sent again. A place that refuses
 * a post is paused: its posts stay planned, and it is tried again from time to time.
 */
public final class Outbox {
  private static final String DELIVER = "deliver ";
  private static final String EDIT = "edit ";
  private static final String LOOK = "look after posts";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final Posts posts;
  private final Lanes lanes;
  private final Turns turns;
  private final Pausing pausing;
  private final PostCounts counts;
  private final Sending sending;
  private final Clock clock;
  private final Duration editPace;
  private final Schedule schedule;
  private PauseWatch watch = paused -> List.of();

  /**
   * @param editPace how long an out-of-date message may stand so that edits stay rare
   */
  public Outbox(
      Jdbi jdbi, Schedule schedule, Clock clock, Duration editPace, MeterRegistry registry) {
    this.schedule = schedule;
    this.posts = new Posts(jdbi);
    this.lanes = new Lanes(jdbi);
    this.turns = new Turns(lanes, clock);
    this.pausing = new Pausing(new Pauses(jdbi), posts, clock);
    this.counts = new PostCounts(registry);
    this.sending =
        new Sending(jdbi, posts, pausing, clock, counts, this::refused, this::over, this::editSoon);
    this.clock = clock;
    this.editPace = editPace;
  }

  public void add(PostSource source) {
    sending.add(source);
  }

  public void add(ChatAdapter adapter) {
    turns.add(adapter);
  }

  /** Whoever is to be told from now on where nothing can be posted. */
  public void watch(PauseWatch newWatch) {
    watch = newWatch;
  }

  /**
   * The jobs that send what is planned and edit what is out of date. Sending comes before all that
   * plans more, so that a platform's pace is used from the first post on.
   */
  public List<Job> jobs() {
    Stream<Job> posting =
        turns
            .queues()
            .flatMap(
                queue ->
                    Stream.of(
                        job(DELIVER, queue, Job.Turn.FIRST, sending::deliver),
                        job(EDIT, queue, Job.Turn.LAST, sending::edit)));
    Job looking = new Job(LOOK, Job.Turn.LAST, id -> Optional.of(look()));
    return Stream.concat(posting, Stream.of(looking)).toList();
  }

  private Job job(String what, String queue, Job.Turn turn, Turns.Work work) {
    return new Job(what + queue, turn, lane -> take(what, queue, Long.parseLong(lane), work));
  }

  /** A lane is only worked on in its own queue, so that never two work on it. */
  private Optional<Instant> take(String what, String queue, long lane, Turns.Work work) {
    String own = turns.queue(lane);
    if (own.equals(queue)) {
      return turns.take(lane, work);
    }
    schedule.now(what + own, Long.toString(lane));
    return Optional.empty();
  }

  /** Takes up what an earlier process left behind. */
  public void start() {
    counts.begin(turns.platforms(), sending.kinds());
    posts.busyLanes().forEach(this::wake);
    posts.staleLanes().forEach(this::editSoon);
    schedule.watchBy(LOOK);
  }

  /**
   * Finds what another process has planned, and was killed before it had it sent: {@link #start}
   * would find it too, but all others may go on for weeks.
   */
  private Instant look() {
    posts.busyLanes().forEach(lane -> schedule.unlessSet(DELIVER + turns.queue(lane), "" + lane));
    posts.staleLanes().forEach(lane -> schedule.unlessSet(EDIT + turns.queue(lane), "" + lane));
    return clock.instant().plus(LOOK_EVERY);
  }

  /**
   * Plans a post; nothing happens if it is planned already, unless it was given up: then it is
   * planned anew. Part of the caller's transaction: call {@link #wake(String, long)} after it.
   */
  public void plan(String kind, long subject, Destination to) {
    posts.plan(lanes.of(to), kind, subject, clock.instant());
  }

  /**
   * Plans a post in the thread under another post about the same subject, which is planned already;
   * the thread is named by the post's title. Where the other is refused, it is too, and a refusal
   * of its own pauses nothing. Part of the caller's transaction.
   */
  public void planUnder(String parentKind, String kind, long subject, Destination to) {
    posts.planUnder(parentKind, lanes.of(to), kind, subject, clock.instant());
  }

  /** Sends what is planned for a subject. */
  public void wake(String kind, long subject) {
    posts.lanesOf(kind, subject).forEach(this::wake);
  }

  private void wake(long lane) {
    schedule.now(DELIVER + turns.queue(lane), Long.toString(lane));
  }

  /** Has the messages about a subject edited, soon. */
  public void refresh(String kind, long subject) {
    outdate(kind, subject);
    posts.lanesOf(kind, subject).forEach(this::editSoon);
  }

  /**
   * Notes that the messages about a subject are out of date. Part of the caller's transaction: call
   * {@link #refresh} after it; should we be killed before, the next start does.
   */
  public void outdate(String kind, long subject) {
    posts.setStale(kind, subject);
  }

  private void editSoon(long lane) {
    schedule.by(EDIT + turns.queue(lane), Long.toString(lane), clock.instant().plus(editPace));
  }

  /** On which platforms a message about a subject stands. */
  public Set<String> platforms(String kind, long subject) {
    return posts.states(kind, subject).entrySet().stream()
        .filter(known -> known.getValue() == Post.State.POSTED)
        .map(known -> lanes.destination(known.getKey()).platform())
        .collect(Collectors.toSet());
  }

  /** What we know of a subject's messages, wherever they were to go. */
  public Standing standing(String kind, long subject) {
    Collection<Post.State> states = posts.states(kind, subject).values();
    if (states.contains(Post.State.POSTED)) {
      return Standing.STANDS;
    }
    return states.contains(Post.State.SENDING) ? Standing.IN_DOUBT : Standing.ABSENT;
  }

  /** Whether a message can be seen. */
  public enum Standing {
    /** It was posted in one place at least. */
    STANDS,
    /** It may have been; a later look will tell. */
    IN_DOUBT,
    ABSENT
  }

  /** Why a place refused the latest try; empty as long as it is to be tried anew. */
  public Optional<String> pausedReason(Destination to) {
    return pausing.reason(to);
  }

  public Optional<Pause> pause(long id) {
    return pausing.find(id);
  }

  /** Tries a place again that had refused a post, with that post first if it is still wanted. */
  public void reopen(Destination to) {
    long lane = lanes.of(to);
    pausing.tryNow(lane);
    wake(lane);
  }

  /**
   * Gives up what is no longer wanted in a place; what stands there is still brought up to date.
   * Who was told that it is paused hears of it.
   */
  public void leave(Destination to) {
    pausing.find(to).ifPresent(pause -> refresh(Pause.KIND, pause.id()));
    reopen(to);
    editSoon(lanes.of(to));
  }

  /** Tells of each refusal, since those who were told already are not told again. */
  private void refused(Pause pause) {
    watch.readers(pause.to()).forEach(reader -> plan(Pause.KIND, pause.id(), reader));
    wake(Pause.KIND, pause.id());
  }

  /** What was refused as an edit comes now. */
  private void over(Pause pause) {
    refresh(Pause.KIND, pause.id());
    editSoon(pause.lane());
  }
}
