package studycoach.chat;

import java.util.List;
import java.util.Map;

/** What a person did. */
public sealed interface Incoming {

  Origin origin();

  /** A command with its options, checked by the platform or by {@link CommandLine}. */
  record CommandCall(Origin origin, String command, Arguments arguments) implements Incoming {}

  /**
   * A command as text: a slash command of Slack, a line in the room, a direct message, a mention.
   *
   * @param people the accounts that the text names, by the words that name them
   * @param roles the roles that it names, likewise
   */
  record Typed(Origin origin, String line, Map<String, UserRef> people, Map<String, RoleRef> roles)
      implements Incoming {
    public Typed {
      people = Map.copyOf(people);
      roles = Map.copyOf(roles);
    }

    /** A text that names no roles. */
    public Typed(Origin origin, String line, Map<String, UserRef> people) {
      this(origin, line, people, Map.of());
    }
  }

  /**
   * A button was pressed, or a select was filled.
   *
   * @param values the chosen values of a select, none for a button
   */
  record Click(Origin origin, ActionId action, List<String> values) implements Incoming {
    public Click {
      values = List.copyOf(values);
    }
  }

  /**
   * @param values what was written, by the key of the field
   */
  record ModalSubmit(Origin origin, ActionId action, Map<String, String> values)
      implements Incoming {
    public ModalSubmit {
      values = Map.copyOf(values);
    }
  }
}
