package studycoach.engine;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Block;
import studycoach.chat.Command;
import studycoach.chat.Excuses;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;

/**
 * Sends what people do to the feature that answers it, and turns what goes wrong into words.
 * Thread-safe, as far as the features are.
 */
public final class Router implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final List<Feature> features;
  private final Routes routes;
  private final Organisers organisers;
  private final RateLimit limit;
  private final Notices notices;
  private final Arrivals arrivals;
  private final Incidents incidents;

  /**
   * @throws IllegalArgumentException if features have names, commands or verbs in common, if a
   *     first word is both a command and a family, or if there are more than 25 first words
   */
  public Router(
      List<Feature> features,
      Organisers organisers,
      RateLimit limit,
      Notices notices,
      Arrivals arrivals,
      Incidents incidents) {
    this.features = List.copyOf(features);
    this.routes = new Routes(features);
    this.organisers = organisers;
    this.limit = limit;
    this.notices = notices;
    this.arrivals = arrivals;
    this.incidents = incidents;
  }

  @Override
  public List<Command> commands() {
    return routes.commands();
  }

  /** {@inheritDoc} What can't be read or is unknown gets a private answer; never throws. */
  @Override
  public Response responseTo(Incoming incoming) {
    try {
      return routes.of(incoming).response();
    } catch (RuntimeException e) {
      return Response.PRIVATE; // accept() will meet the same and tell it
    }
  }

  @Override
  public Reply accept(Incoming incoming) {
    return guarded(
        incoming,
        () -> {
          limit.take(incoming.origin());
          Route route = routes.of(incoming);
          return noticed(route, guarded(route.incoming(), () -> run(route)));
        });
  }

  /** {@inheritDoc} While the database is away it is done, since it will then tell so. */
  @Override
  public void once(String key, Runnable work) {
    try {
      arrivals.once(key, work);
    } catch (RuntimeException e) {
      if (!incidents.isOutage(e)) {
        throw e;
      }
      work.run();
    }
  }

  /** An answer that only this person sees, with what else they are to know. */
  private Reply noticed(Route route, Reply reply) {
    if (reply == Excuses.AWAY) {
      return reply; // who asks the database again, waits again
    }
    boolean seenByOne = route.response() == Response.PRIVATE || route.response() == Response.UPDATE;
    return seenByOne ? noticed(route.incoming(), reply) : reply;
  }

  private Reply noticed(Incoming incoming, Reply reply) {
    try {
      if (reply instanceof Reply.Say say) {
        return new Reply.Say(noticed(incoming, say.message()));
      }
      return reply instanceof Reply.Update update
          ? new Reply.Update(noticed(incoming, update.message()))
          : reply;
    } catch (RuntimeException e) {
      if (!incidents.isOutage(e)) {
        incidents.report(incoming, e);
      }
      return reply;
    }
  }

  private Message noticed(Incoming incoming, Message message) {
    return notices.take(incoming.origin()).map(Block.Text::new).map(message::and).orElse(message);
  }

  @Override
  public void joined(Joined joined) {
    for (Feature feature : features) {
      try {
        feature.joined(joined);
      } catch (RuntimeException e) {
        LOG.error("{} could not take note of {}", feature.name(), joined, e);
      }
    }
  }

  private Reply guarded(Incoming incoming, Supplier<Reply> work) {
    try {
      return work.get();
    } catch (UserError e) {
      return Reply.say(e.said());
    } catch (RuntimeException e) {
      if (incidents.isOutage(e)) {
        return Excuses.AWAY;
      }
      return Reply.say(
          "Sorry, that went wrong on my side. Nothing was changed unless you were told so. (incident "
              + incidents.report(incoming, e)
              + ")");
    }
  }

  private Reply run(Route route) {
    if (route.permission() == Permission.ORGANISER
        && !organisers.isOrganiser(route.incoming().origin())) {
      throw Permission.refusal();
    }
    Reply reply = route.handler().get();
    if (!route.allows(reply)) {
      String kind = reply.getClass().getSimpleName();
      throw new IllegalStateException(kind + " does not fit " + route.response());
    }
    return reply;
  }
}
