package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** What Slack would say to a body, without asking it: nothing, or what is wrong. */
public enum Limits {
  MESSAGE((problems, body) -> new MessageLimits(problems).message(body)),
  MODAL((problems, body) -> new ViewLimits(problems).view(body, "modal")),
  HOME((problems, body) -> new ViewLimits(problems).view(body, "home"));

  private final BiConsumer<Problems, JsonNode> rules;

  Limits(BiConsumer<Problems, JsonNode> rules) {
    this.rules = rules;
  }

  /**
   * What is wrong with this body.
   *
   * @return empty if Slack takes it
   */
  public String complaint(String json) {
    var problems = new Problems();
    rules.accept(problems, Json.parse(json));
    return problems.toString();
  }
}
