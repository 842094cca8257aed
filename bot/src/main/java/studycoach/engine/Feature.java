package studycoach.engine;

import java.util.List;
import studycoach.chat.Command;
import studycoach.chat.Joined;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;

/** Something that the bot can do: its commands, and what its controls and forms mean. */
public interface Feature {

  /** The first part of its action ids; unique, and kept for as long as its controls stand. */
  String name();

  default List<Command> commands() {
    return List.of();
  }

  default List<OnClick> clicks() {
    return List.of();
  }

  default List<OnModal> modals() {
    return List.of();
  }

  /** The bot was added to a workspace; the same may be told more than once. */
  default void joined(Joined joined) {}
}
