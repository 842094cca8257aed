package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChatException;
import studycoach.chat.Excuses;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.traffic.Traffic;

/** Works on what was heard, once however often it was told, and answers. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Reply LATE =
      Reply.say("Slack did not take the form in time. Please try again.");

  /** Slack tells for up to an hour again what was not acknowledged. */
  private static final Duration REPEATED = Duration.ofHours(2);

  private static final int MOST_REPEATED = 200_000;

  private final Slack slack;
  private final Inbox inbox;
  private final Workers work;
  private final Workers forms;
  private final String command;
  private final Traffic traffic;
  private final Cache<String, Boolean> taken =
      Caffeine.newBuilder().expireAfterWrite(REPEATED).maximumSize(MOST_REPEATED).build();

  /**
   * @param forms for what must be answered within three seconds
   * @param command the word after the slash
   */
  Desk(Slack slack, Inbox inbox, Workers work, Workers forms, String command, Traffic traffic) {
    this.slack = slack;
    this.inbox = inbox;
    this.work = work;
    this.forms = forms;
    this.command = command;
    this.traffic = traffic;
  }

  void joined(Joined joined) {
    run(work.of(joined.channel().id()), () -> inbox.joined(joined), reply -> {});
  }

  /** Returns at once. */
  void take(Heard heard) {
    if (taken.asMap().putIfAbsent(heard.key(), true) != null) {
      return;
    }
    Executor worker = work.of(heard.spot().user());
    Incoming incoming;
    try {
      incoming = heard.incoming();
    } catch (UserError e) {
      SpotAnswer refusal = answer(heard, false, traffic.watch(Traffic.Kind.CLICK));
      run(worker, () -> refusal.give(Reply.say(e.said())), refusal::give);
      return;
    }
    Traffic.Watch watch = traffic.watch(Traffic.Kind.of(incoming));
    Response response = inbox.responseTo(incoming);
    SpotAnswer answer = answer(heard, response == Response.PUBLIC, watch);
    if (response == Response.MODAL) {
      run(
          forms.of(heard.spot().user()),
          () -> open(inbox.accept(incoming), heard, answer),
          answer::give);
    } else {
      run(worker, () -> answer(heard, answer), answer::give);
    }
  }

  /** Of messages Slack tells again, of all else not. */
  private void answer(Heard heard, SpotAnswer answer) {
    Runnable work = () -> answer.give(inbox.accept(heard.named()));
    if (heard.spot().source() == Spot.Source.TYPED) {
      inbox.once(heard.workspace().id() + " " + heard.key(), work);
    } else {
      work.run();
    }
  }

  private SpotAnswer answer(Heard heard, boolean open, Traffic.Watch watch) {
    return new SpotAnswer(slack, heard.workspace(), heard.spot(), open, command, watch::answered);
  }

  private static void open(Reply reply, Heard heard, SpotAnswer answer) {
    if (!(reply instanceof Reply.Open open) || heard.trigger().isEmpty()) {
      answer.give(reply);
      return;
    }
    String view = SlackForms.of(open.modal(), heard.spot().encode());
    try {
      heard
          .workspace()
          .calls()
          .call(
              "views.open",
              client -> client.viewsOpen(r -> r.triggerId(heard.trigger()).viewAsString(view)));
      answer.given().run();
    } catch (Calls.RefusedException
        | Calls.TooSoonException
        | ChatException
        | IllegalStateException e) {
      LOG.warn("A form could not be opened: {}", e.getMessage());
      answer.give(LATE);
    }
  }

  private static void run(Executor executor, Runnable task, Consumer<Reply> otherwise) {
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.error("An answer could not be given", e);
              otherwise.accept(Excuses.SORRY);
            }
          });
    } catch (RejectedExecutionException e) {
      otherwise.accept(Excuses.BUSY);
    }
  }
}
