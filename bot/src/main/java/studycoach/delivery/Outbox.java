package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;

/**
 * Posts messages once each, in the order in which they were planned for a place. A post is a row
 * first: planned, then sending, then posted or refused. One found sending after a crash is looked
 * for on the platform before it is sent again.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String DELIVER = "deliver";
  private static final String EDIT = "edit";
  private static final Duration LEAST_WAIT = Duration.ofSeconds(5);

  private final Posts posts;
  private final Lanes lanes;
  private final Clock clock;
  private final Duration editPace;
  private final Map<String, PostSource> sources = new HashMap<>();
  private final Map<String, ChatAdapter> adapters = new HashMap<>();
  private final Schedule schedule;

  /** Until when a lane is to be left alone, as its platform has asked us. */
  private final Map<Long, Instant> waits = new ConcurrentHashMap<>();

  /**
   * @param editPace how long an out-of-date message may stand so that edits stay rare
   */
  public Outbox(Jdbi jdbi, Schedule schedule, Clock clock, Duration editPace) {
    this.schedule = schedule;
    this.posts = new Posts(jdbi);
    this.lanes = new Lanes(jdbi);
    this.clock = clock;
    this.editPace = editPace;
  }

  public void add(PostSource source) {
    sources.put(source.kind(), source);
  }

  public void add(ChatAdapter adapter) {
    adapters.put(adapter.platform(), adapter);
  }

  /**
   * The jobs that send what is planned and edit what is out of date. Sending comes before all that
   * plans more, so that a platform's pace is used from the first post on.
   */
  public List<Job> jobs() {
    return List.of(
        new Job(DELIVER, Job.Turn.FIRST, lane -> trying(Long.parseLong(lane), this::deliver)),
        new Job(EDIT, Job.Turn.LAST, lane -> trying(Long.parseLong(lane), this::edit)));
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

  /** Why nothing is posted to a place any more, if so. */
  public Optional<String> pausedReason(Destination to) {
    return lanes.pausedReason(lanes.of(to));
  }

  /** Tries a place again that had refused a post, with that post first if it is still wanted. */
  public void reopen(Destination to) {
    long lane = lanes.of(to);
    lanes.reopen(lane);
    wake(lane);
  }

  /** Works on a lane; what the platform can't take now is tried again later. */
  private Optional<Instant> trying(long lane, Work work) {
    Destination to = lanes.destination(lane);
    Optional<ChatAdapter> adapter = Optional.ofNullable(adapters.get(to.platform()));
    if (adapter.isEmpty()) {
      return Optional.empty();
    }
    Instant wait = waits.getOrDefault(lane, Instant.MIN);
    if (wait.isAfter(clock.instant())) {
      return Optional.of(wait);
    }
    try {
      work.on(adapter.get(), lane, to);
      return Optional.empty();
    } catch (ChatException e) {
      LOG.warn("Posting to {} has to wait: {}", to.platform(), e.getMessage());
      Duration asked = e.retryAfter().compareTo(LEAST_WAIT) > 0 ? e.retryAfter() : LEAST_WAIT;
      Instant later = clock.instant().plus(asked);
      waits.put(lane, later);
      return Optional.of(later);
    }
  }

  private interface Work {
    void on(ChatAdapter adapter, long lane, Destination to);
  }

  private void deliver(ChatAdapter adapter, long lane, Destination to) {
    Optional<Post> next = posts.next(lane);
    while (next.isPresent()) {
      deliver(adapter, lane, to, next.get());
      next = posts.next(lane);
    }
  }

  private void edit(ChatAdapter adapter, long lane, Destination to) {
    posts.stale(lane).forEach(stale -> edit(adapter, to, stale));
  }

  private void deliver(ChatAdapter adapter, long lane, Destination to, Post post) {
    Optional<MessageRef> parent = post.parent().flatMap(posts::ref);
    if (post.parent().isPresent() && parent.isEmpty()) {
      posts.refused(post.id(), "there is no message to open a thread under");
      return;
    }
    if (post.state() == Post.State.SENDING) {
      Optional<MessageRef> found = adapter.find(place(to, parent, ""), post.key());
      if (found.isPresent()) {
        posts.posted(post.id(), found.get(), clock.instant());
        return;
      }
    }
    PostSource source = source(post);
    if (!source.isWanted(post.subject())) {
      posts.refused(post.id(), "no longer wanted");
      return;
    }
    Message message = source.compose(post.subject(), to, post.key());
    if (!message.carries(post.key())) {
      throw new IllegalStateException("a post of kind " + post.kind() + " carries no key");
    }
    posts.sending(post.id());
    Delivery delivery = adapter.send(place(to, parent, message.title()), message, post.key());
    if (delivery instanceof Delivery.Posted posted) {
      posts.posted(post.id(), posted.ref(), clock.instant());
    } else if (parent.isPresent()) {
      String reason = ((Delivery.Refused) delivery).reason();
      LOG.warn("Post {} was refused, so there is no thread for it: {}", post.id(), reason);
      posts.refused(post.id(), reason);
    } else {
      refuse(lane, post, ((Delivery.Refused) delivery).reason());
    }
  }

  private static Destination place(Destination to, Optional<MessageRef> parent, String title) {
    return parent.<Destination>map(under -> new Destination.Thread(under, title)).orElse(to);
  }

  private void refuse(long lane, Post post, String reason) {
    LOG.warn("Post {} was refused and its channel is paused: {}", post.id(), reason);
    posts.refused(post.id(), reason);
    lanes.pause(lane, reason);
  }

  private void edit(ChatAdapter adapter, Destination to, Post post) {
    Message message = source(post).compose(post.subject(), to, post.key());
    Delivery delivery = adapter.edit(post.ref().orElseThrow(), message);
    if (delivery instanceof Delivery.Refused refused) {
      LOG.info("Post {} can't be edited: {}", post.id(), refused.reason());
    }
    posts.edited(post);
  }

  private PostSource source(Post post) {
    return Optional.ofNullable(sources.get(post.kind())).orElseThrow();
  }
}
