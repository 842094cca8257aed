package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** What Discord would say to a body, without asking it: nothing, or what is wrong. */
public enum Limits {
  POST((problems, body) -> new MessageLimits(problems).fresh(body, false)),
  EDIT((problems, body) -> new MessageLimits(problems).body(body, false)),
  ANSWER((problems, body) -> new MessageLimits(problems).fresh(body, true)),
  MODAL((problems, body) -> new ComponentLimits(problems).modal(body)),
  COMMAND((problems, body) -> new CommandLimits(problems).one(body));

  private final BiConsumer<Problems, JsonNode> rules;

  Limits(BiConsumer<Problems, JsonNode> rules) {
    this.rules = rules;
  }

  /**
   * What is wrong with this body.
   *
   * @return empty if Discord takes it
   */
  public String complaint(String json) {
    var problems = new Problems();
    rules.accept(problems, Json.parse(json));
    return problems.toString();
  }
}
