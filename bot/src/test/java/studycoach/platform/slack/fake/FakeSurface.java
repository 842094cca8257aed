package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What shows blocks: a message, a modal or a Home. */
public sealed interface FakeSurface permits FakeMessage, FakeView {
  /** As Slack would send it now. */
  JsonNode json();

  /** The visible words, a line for each part and control. */
  String text();

  /** What people have chosen and typed and not yet sent. */
  Choices choices();
}
