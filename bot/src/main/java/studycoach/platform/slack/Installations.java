package studycoach.platform.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces by whose installation something is told, the likeliest first. In a channel that
 * workspaces share, somebody of another one is not told by the other's installation.
 */
final class Installations {
  private Installations() {}

  static Stream<String> of(EventsApiPayload<?> payload) {
    return Stream.concat(
        Stream.ofNullable(payload.getAuthorizations())
            .flatMap(all -> all.stream().map(Authorization::getTeamId))
            .flatMap(Stream::ofNullable),
        Stream.ofNullable(payload.getTeamId()));
  }

  static Stream<String> of(BlockActionPayload payload) {
    return Stream.of(
            view(payload.getView()),
            Optional.ofNullable(payload.getTeam()).map(BlockActionPayload.Team::getId),
            Optional.ofNullable(payload.getMessage()).map(message -> message.getTeam()))
        .flatMap(Optional::stream);
  }

  static Stream<String> of(ViewSubmissionPayload payload) {
    return Stream.of(
            view(payload.getView()),
            Optional.ofNullable(payload.getTeam()).map(ViewSubmissionPayload.Team::getId))
        .flatMap(Optional::stream);
  }

  private static Optional<String> view(@Nullable View view) {
    return Optional.ofNullable(view).map(View::getAppInstalledTeamId);
  }
}
