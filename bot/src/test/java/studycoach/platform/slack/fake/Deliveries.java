package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was told to apps and not acknowledged yet. An event that is not acknowledged within 3 s is
 * told again; of a command or a press the person is told that it failed.
 */
public final class Deliveries {
  private record Waiting(Envelope envelope, Future<?> deadline) {}

  private final FakeSlack slack;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> daemon(task));
  private final Map<String, Waiting> waiting = new HashMap<>();
  private @Nullable Carrier carrier;
  private List<Duration> retries =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
  private Duration patience = FakeInteraction.PATIENCE;
  private int times = 1;
  private int again;
  private int lost;

  Deliveries(FakeSlack slack) {
    this.slack = slack;
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "fake-slack-deliveries");
    thread.setDaemon(true);
    return thread;
  }

  /** Events are told again so long after each failure, and then no more. */
  public void retriesAfter(Duration... delays) {
    synchronized (slack) {
      retries = List.of(delays);
    }
  }

  /** How long events wait for an acknowledgement; commands and presses always wait 3 s. */
  public void waitsForEvents(Duration atMost) {
    synchronized (slack) {
      patience = atMost;
    }
  }

  /** Everything is told so many times in all, with one event_id and trigger_id. */
  public void repeats(int inAll) {
    synchronized (slack) {
      times = inAll;
    }
  }

  /** How many events were told again because an attempt failed. */
  public int retried() {
    synchronized (slack) {
      return again;
    }
  }

  /** How many events were never acknowledged. */
  public int lost() {
    synchronized (slack) {
      return lost;
    }
  }

  /** How many wait for their acknowledgement now. */
  public int waiting() {
    synchronized (slack) {
      return waiting.size();
    }
  }

  void by(Carrier way) {
    synchronized (slack) {
      carrier = way;
    }
  }

  void send(FakeApp app, String type, ObjectNode payload, @Nullable FakeInteraction of) {
    for (int attempt = 0; attempt < times; attempt++) {
      String reason = attempt == 0 ? "" : "timeout";
      dispatch(new Envelope(newId(), app, type, payload, attempt, reason, of));
    }
  }

  private String newId() {
    return java.util.UUID.randomUUID().toString();
  }

  private void dispatch(Envelope envelope) {
    Duration limit = envelope.isEvent() ? patience : FakeInteraction.PATIENCE;
    Future<?> deadline =
        timer.schedule(() -> overdue(envelope), limit.toMillis(), TimeUnit.MILLISECONDS);
    waiting.put(envelope.id(), new Waiting(envelope, deadline));
    if (carrier == null || !carrier.carry(envelope)) {
      failed(envelope.id(), "connection_failed");
    }
  }

  /** A late acknowledgement of an interaction still shows how long it took. */
  private void overdue(Envelope envelope) {
    synchronized (slack) {
      if (envelope.interaction() == null) {
        failed(envelope.id(), "timeout");
      } else {
        envelope.interaction().fails("operation_timeout");
      }
    }
  }

  void acknowledged(String envelopeId, JsonNode carried) {
    synchronized (slack) {
      Waiting done = waiting.remove(envelopeId);
      if (done == null) {
        return;
      }
      done.deadline().cancel(false);
      FakeInteraction interaction = done.envelope().interaction();
      if (interaction != null && interaction.acknowledge(carried)) {
        new Acknowledgement(slack, interaction).take(carried);
      }
    }
  }

  void failed(String envelopeId, String reason) {
    synchronized (slack) {
      Waiting failed = waiting.remove(envelopeId);
      if (failed == null) {
        return;
      }
      failed.deadline().cancel(false);
      Envelope envelope = failed.envelope();
      if (envelope.interaction() != null) {
        envelope.interaction().fails(reason);
      } else if (envelope.attempt() < retries.size()) {
        Duration delay = retries.get(envelope.attempt());
        later(delay, () -> again(envelope, reason));
      } else {
        lost++;
      }
    }
  }

  private void again(Envelope envelope, String reason) {
    synchronized (slack) {
      again++;
      dispatch(envelope.again(newId(), reason));
    }
  }

  void later(Duration delay, Runnable task) {
    var unused = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void close() {
    timer.shutdownNow();
  }
}
