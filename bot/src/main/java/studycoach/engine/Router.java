package studycoach.engine;

import java.util.List;
import java.util.function.Supplier;
import studycoach.chat.Command;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;

/**
 * Sends what people do to the feature that answers it, and turns what goes wrong into words.
 * Thread-safe, as far as the features are.
 */
public final class Router implements Inbox {
  private final Routes routes;
  private final Organisers organisers;
  private final RateLimit limit;
  private final Incidents incidents;

  /**
   * @throws IllegalArgumentException if features have names, commands or verbs in common, if a
   *     first word is both a command and a family, or if there are more than 25 first words
   */
  public Router(
      List<Feature> features, Organisers organisers, RateLimit limit, Incidents incidents) {
    this.routes = new Routes(features);
    this.organisers = organisers;
    this.limit = limit;
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
          limit.take(incoming.origin().user());
          Route route = routes.of(incoming);
          return guarded(route.incoming(), () -> run(route));
        });
  }

  private Reply guarded(Incoming incoming, Supplier<Reply> work) {
    try {
      return work.get();
    } catch (UserError e) {
      return Reply.say(e.said());
    } catch (RuntimeException e) {
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
