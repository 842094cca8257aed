package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;

/**
 * A method of the Web API.
 *
 * @param perMinute how often a workspace's bot may call it
 * @param parameters those that are documented
 */
record ApiMethod(
    String name, int perMinute, Set<String> parameters, Function<Call, ObjectNode> handler) {
  static final int ANY = Integer.MAX_VALUE;
  static final int TIER_2 = 20;
  static final int TIER_3 = 50;
  static final int TIER_4 = 100;

  static ApiMethod of(
      String name, int perMinute, String parameters, Function<Call, ObjectNode> handler) {
    return new ApiMethod(name, perMinute, Set.of(parameters.split(" ", -1)), handler);
  }
}
