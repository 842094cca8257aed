package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what people do by Bolt, acknowledges it at once, and hands it on. */
final class SlackListener {
  private static final Logger LOG = LoggerFactory.getLogger(SlackListener.class);
  private static final Pattern ANY = Pattern.compile("(?s).*");

  private static final int LONGEST_NAMES = 100;

  private final Desk desk;
  private final Map<String, Workspace> workspaces;

  private SlackListener(Desk desk, Map<String, Workspace> workspaces) {
    this.desk = desk;
    this.workspaces = workspaces;
  }

  /**
   * An app of Bolt's that takes what it hears to a desk.
   *
   * @param workspaces in which it is installed, by their ids
   */
  static App app(Slack slack, Desk desk, Map<String, Workspace> workspaces) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(request -> Response.ok())
            .build();
    App app = new App(config, List.of());
    new SlackListener(desk, workspaces).listen(app);
    return app;
  }

  private void listen(App app) {
    app.command(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          hear(
              Stream.ofNullable(payload.getTeamId()),
              place -> Optional.of(SlackDecoder.command(place, payload)));
          return context.ack();
        });
    app.blockAction(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          hear(Installations.of(payload), place -> SlackDecoder.click(place, payload));
          return context.ack();
        });
    app.viewSubmission(
        ANY,
        (request, context) -> {
          var payload = request.getPayload();
          hear(Installations.of(payload), place -> SlackDecoder.form(place, payload));
          return context.ack();
        });
    on(app, MessageEvent.class, SlackDecoder::message);
    on(app, AppMentionEvent.class, SlackDecoder::mention);
    on(app, AppHomeOpenedEvent.class, SlackDecoder::home);
    app.event(
        MemberJoinedChannelEvent.class,
        (payload, context) -> {
          sensible(
              () ->
                  within(Installations.of(payload))
                      .flatMap(place -> SlackDecoder.joined(place, payload.getEvent()))
                      .ifPresent(desk::joined));
          return context.ack();
        });
  }

  private static String brief(List<String> names) {
    return SlackText.cut(String.join(", ", names), LONGEST_NAMES);
  }

  /** What an event means. */
  private interface Meaning<E> {
    /**
     * @param id of the event, the same whenever Slack tells of it again
     */
    Optional<Heard> of(Workspace place, String id, E event);
  }

  private <E extends Event> void on(App app, Class<E> kind, Meaning<E> meaning) {
    app.event(
        kind,
        (payload, context) -> {
          hear(
              Installations.of(payload),
              place -> meaning.of(place, payload.getEventId(), payload.getEvent()));
          return context.ack();
        });
  }

  private void hear(Stream<String> teams, Function<Workspace, Optional<Heard>> decoder) {
    sensible(() -> within(teams).flatMap(decoder).ifPresent(desk::take));
  }

  /** What lacks something is acknowledged all the same: told again it would lack it again. */
  private static void sensible(Runnable hearing) {
    try {
      hearing.run();
    } catch (RuntimeException e) {
      LOG.warn("Something that Slack told makes no sense: {}", Nonsense.brief(e));
    }
  }

  /**
   * The workspace that something comes from; one that is not ours has nothing to say. Organisations
   * that install an app everywhere name none.
   */
  private Optional<Workspace> within(Stream<String> teams) {
    List<String> named = teams.toList();
    Optional<Workspace> known =
        named.isEmpty() && workspaces.size() == 1
            ? workspaces.values().stream().findFirst()
            : named.stream().flatMap(team -> Stream.ofNullable(workspaces.get(team))).findFirst();
    if (known.isEmpty()) {
      LOG.warn("Nothing was done for the workspace {}, for which no token is set", brief(named));
    }
    return known;
  }
}
