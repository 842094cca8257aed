package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.UnreadableException;
import studycoach.store.Durability;

/** Sends and edits the posts of a lane, one after the other. */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final Jdbi jdbi;
  private final Posts posts;
  private final Pausing pausing;
  private final Clock clock;
  private final PostCounts counts;
  private final Consumer<Pause> refused;
  private final Consumer<Pause> over;
  private final Consumer<Long> found;
  private final Map<String, PostSource> sources = new HashMap<>();

  /**
   * @param refused hears of each refusal that begins or prolongs a pause
   * @param over hears of each end of a pause
   * @param found hears of each lane where a post was found, perhaps out of date
   */
  Sending(
      Jdbi jdbi,
      Posts posts,
      Pausing pausing,
      Clock clock,
      PostCounts counts,
      Consumer<Pause> refused,
      Consumer<Pause> over,
      Consumer<Long> found) {
    this.jdbi = jdbi;
    this.posts = posts;
    this.pausing = pausing;
    this.clock = clock;
    this.counts = counts;
    this.refused = refused;
    this.over = over;
    this.found = found;
  }

  void add(PostSource source) {
    sources.put(source.kind(), source);
  }

  Set<String> kinds() {
    return sources.keySet();
  }

  /** Sends what is planned; tells when to go on if the place is paused. */
  Optional<Instant> deliver(ChatAdapter adapter, long lane, Destination to) {
    Optional<Post> next = posts.next(lane);
    while (next.isPresent()) {
      Optional<Instant> later = pausing.tryAgainAt(lane);
      if (later.isPresent()) {
        return later;
      }
      Optional<Duration> wait = deliver(adapter, lane, to, next.get());
      if (wait.isPresent()) {
        return Optional.of(clock.instant().plus(wait.get()));
      }
      next = posts.next(lane);
    }
    return Optional.empty();
  }

  /** Sends a post; tells how long to wait before it, if the platform is not ready. */
  private Optional<Duration> deliver(ChatAdapter adapter, long lane, Destination to, Post post) {
    Optional<MessageRef> parent = post.parent().flatMap(posts::ref);
    if (post.parent().isPresent() && parent.isEmpty()) {
      posts.refused(post.id(), "there is no message to open a thread under");
      return Optional.empty();
    }
    try {
      Optional<MessageRef> standing = standing(adapter, place(to, parent, ""), post);
      if (standing.isEmpty()) {
        return send(adapter, lane, to, parent, post);
      }
      posted(lane, post, standing.get());
      found.accept(lane);
    } catch (UnreadableException e) {
      refuse(lane, to, post, e.reason(), Post.State.SENDING);
    }
    return Optional.empty();
  }

  private static Optional<MessageRef> standing(ChatAdapter adapter, Destination place, Post post) {
    return post.state() == Post.State.SENDING ? adapter.find(place, post.key()) : Optional.empty();
  }

  private Optional<Duration> send(
      ChatAdapter adapter, long lane, Destination to, Optional<MessageRef> parent, Post post) {
    PostSource source = source(post);
    if (!source.isWanted(post.subject(), to)) {
      posts.refused(post.id(), "no longer wanted");
      return Optional.empty();
    }
    Message message = source.compose(post.subject(), to, post.key());
    if (!message.carries(post.key())) {
      throw new IllegalStateException("a post of kind " + post.kind() + " carries no key");
    }
    posts.set(post.id(), Post.State.SENDING);
    Delivery delivery = adapter.send(place(to, parent, message.title()), message, post.key());
    if (delivery instanceof Delivery.Later later) {
      posts.set(post.id(), Post.State.PLANNED);
      return Optional.of(later.after());
    }
    if (delivery instanceof Delivery.Posted posted) {
      posted(lane, post, posted.ref());
    } else {
      refuse(lane, to, post, ((Delivery.Refused) delivery).reason(), Post.State.PLANNED);
    }
    return Optional.empty();
  }

  private static Destination place(Destination to, Optional<MessageRef> parent, String title) {
    return parent.<Destination>map(under -> new Destination.Thread(under, title)).orElse(to);
  }

  private void posted(long lane, Post post, MessageRef ref) {
    Optional<Pause> ended =
        jdbi.inTransaction(
            handle -> {
              // Lost in a power cut, it would be looked for, as what was sent and not noted.
              handle.configure(Durability.class, Durability::written);
              posts.posted(post.id(), ref, clock.instant());
              Optional<Pause> pause = pausing.taken(lane);
              pause.ifPresent(ending -> posts.setStale(Pause.KIND, ending.id()));
              return pause;
            });
    counts.sent(ref.channel().platform(), post.kind());
    ended.ifPresent(over);
  }

  /**
   * Pauses a place; but a thread, which nothing else waits for, is given up instead.
   *
   * @param state in which the post waits
   */
  private void refuse(long lane, Destination to, Post post, String reason, Post.State state) {
    counts.refused(to.platform(), post.kind());
    if (post.parent().isPresent()) {
      LOG.warn("Post {} was refused, so there is no thread for it: {}", post.id(), reason);
      posts.refused(post.id(), reason);
      return;
    }
    LOG.warn("Post {} was refused and its place is paused: {}", post.id(), reason);
    Pause pause =
        jdbi.inTransaction(
            handle -> {
              posts.set(post.id(), state);
              return pausing.refused(lane, to, reason);
            });
    refused.accept(pause);
  }

  /** Edits what is out of date. What is refused in a pause is edited after it. */
  Optional<Instant> edit(ChatAdapter adapter, long lane, Destination to) {
    for (Post stale : posts.stale(lane)) {
      Optional<Duration> wait = edit(adapter, lane, to, stale);
      if (wait.isPresent()) {
        return Optional.of(clock.instant().plus(wait.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Duration> edit(ChatAdapter adapter, long lane, Destination to, Post post) {
    Message message = source(post).compose(post.subject(), to, post.key());
    Delivery delivery = adapter.edit(post.ref().orElseThrow(), message);
    if (delivery instanceof Delivery.Later later) {
      return Optional.of(later.after());
    }
    if (delivery instanceof Delivery.Refused refusal) {
      LOG.info("Post {} can't be edited: {}", post.id(), refusal.reason());
      if (pausing.isPaused(lane)) {
        return Optional.empty();
      }
    }
    posts.edited(post);
    return Optional.empty();
  }

  private PostSource source(Post post) {
    return Optional.ofNullable(sources.get(post.kind())).orElseThrow();
  }
}
