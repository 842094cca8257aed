package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;

/**
 * Posts messages once each, in the order in which they were planned for a place. A post is a row
 * first: planned, then sending, then posted, or refused if nobody wants it any more. One found
 * sending after a crash is looked for on the platform before it is sent again. A place that refuses
 * a post is paused: its posts stay planned, and it is tried again from time to time.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String DELIVER = "deliver";
  private static final String EDIT = "edit";

  private final Jdbi jdbi;
  private final Posts posts;
  private final Lanes lanes;
  private final Turns turns;
  private final Pausing pausing;
  private final Clock clock;
  private final Duration editPace;
  private final Map<String, PostSource> sources = new HashMap<>();
  private final Schedule schedule;
  private PauseWatch watch = paused -> List.of();

  /**
   * @param editPace how long an out-of-date message may stand so that edits stay rare
   */
  public Outbox(Jdbi jdbi, Schedule schedule, Clock clock, Duration editPace) {
    this.schedule = schedule;
    this.jdbi = jdbi;
    this.posts = new Posts(jdbi);
    this.lanes = new Lanes(jdbi);
    this.turns = new Turns(lanes, clock);
    this.pausing = new Pausing(new Pauses(jdbi), clock);
    this.clock = clock;
    this.editPace = editPace;
  }

  public void add(PostSource source) {
    sources.put(source.kind(), source);
  }

  public void add(ChatAdapter adapter) {
    turns.add(adapter);
  }

  /** Whoever is to be told from now on where nothing can be posted. */
  public void watch(PauseWatch newWatch) {
    watch = newWatch;
  }

  /** The jobs that send what is planned and edit what is out of date. */
  public List<Job> jobs() {
    return List.of(
        new Job(DELIVER, lane -> turns.take(Long.parseLong(lane), this::deliver)),
        new Job(EDIT, lane -> turns.take(Long.parseLong(lane), this::edit)));
  }

  /** Takes up what an earlier process left behind. */
  public void start() {
    posts.busyLanes().forEach(this::wake);
    posts.staleLanes().forEach(this::editSoon);
  }

  /**
   * Plans a post; nothing happens if it is planned already. Part of the caller's transaction: call
   * {@link #wake(String, long)} after it.
   */
  public void plan(String kind, long subject, Destination to) {
    posts.plan(lanes.of(to), kind, subject, clock.instant());
  }

  /** Sends what is planned for a subject. */
  public void wake(String kind, long subject) {
    posts.lanesOf(kind, subject).forEach(this::wake);
  }

  private void wake(long lane) {
    schedule.now(DELIVER, Long.toString(lane));
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
    schedule.by(EDIT, Long.toString(lane), clock.instant().plus(editPace));
  }

  /** What we know of a subject's messages, wherever they were to go. */
  public Standing standing(String kind, long subject) {
    List<Post.State> states = posts.states(kind, subject);
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

  private Optional<Instant> deliver(ChatAdapter adapter, long lane, Destination to) {
    Optional<Post> next = posts.next(lane);
    while (next.isPresent()) {
      Optional<Instant> later = pausing.tryAgainAt(lane);
      if (later.isPresent()) {
        return later;
      }
      deliver(adapter, lane, to, next.get());
      next = posts.next(lane);
    }
    return Optional.empty();
  }

  private Optional<Instant> edit(ChatAdapter adapter, long lane, Destination to) {
    posts.stale(lane).forEach(stale -> edit(adapter, lane, stale));
    return Optional.empty();
  }

  private void deliver(ChatAdapter adapter, long lane, Destination to, Post post) {
    if (post.state() == Post.State.SENDING) {
      Optional<MessageRef> found = adapter.find(to, post.key());
      if (found.isPresent()) {
        posted(lane, post, found.get());
        return;
      }
    }
    PostSource source = source(post);
    if (!source.isWanted(post.subject())) {
      posts.refused(post.id(), "no longer wanted");
      return;
    }
    Message message = source.compose(post.subject(), post.key());
    if (!message.carries(post.key())) {
      throw new IllegalStateException("a post of kind " + post.kind() + " carries no key");
    }
    posts.sending(post.id());
    Delivery delivery = adapter.send(to, message, post.key());
    if (delivery instanceof Delivery.Posted posted) {
      posted(lane, post, posted.ref());
    } else {
      refuse(lane, to, post, ((Delivery.Refused) delivery).reason());
    }
  }

  private void posted(long lane, Post post, MessageRef ref) {
    Optional<Pause> ended =
        jdbi.inTransaction(
            handle -> {
              posts.posted(post.id(), ref, clock.instant());
              Optional<Pause> pause = pausing.taken(lane);
              pause.ifPresent(over -> outdate(Pause.KIND, over.id()));
              return pause;
            });
    ended.ifPresent(pause -> refresh(Pause.KIND, pause.id()));
    ended.map(Pause::lane).ifPresent(this::editSoon);
  }

  /** Tells of each refusal, since those who were told already are not told again. */
  private void refuse(long lane, Destination to, Post post, String reason) {
    LOG.warn("Post {} was refused and its place is paused: {}", post.id(), reason);
    Pause pause =
        jdbi.inTransaction(
            handle -> {
              posts.planned(post.id());
              return pausing.refused(lane, to, reason);
            });
    watch.readers(to).forEach(reader -> plan(Pause.KIND, pause.id(), reader));
    wake(Pause.KIND, pause.id());
  }

  private void edit(ChatAdapter adapter, long lane, Post post) {
    Message message = source(post).compose(post.subject(), post.key());
    Delivery delivery = adapter.edit(post.ref().orElseThrow(), message);
    if (delivery instanceof Delivery.Refused refused) {
      LOG.info("Post {} can't be edited: {}", post.id(), refused.reason());
      if (pausing.isPaused(lane)) {
        return; // It is edited when the place is open again.
      }
    }
    posts.edited(post);
  }

  private PostSource source(Post post) {
    return Optional.ofNullable(sources.get(post.kind())).orElseThrow();
  }
}
