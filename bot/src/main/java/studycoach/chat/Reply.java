package studycoach.chat;

import studycoach.markup.Markup;

/** What a handler returns. Handlers return, they never send. */
public sealed interface Reply {

  /** Opens a form: never the answer to a form, by type, since no platform shared allows it. */
  record Open(Modal modal) implements Reply {}

  /** What may answer anything. */
  sealed interface Answer extends Reply {}

  /** A new message, seen by whom the command or control declares. */
  record Say(Message message) implements Answer {}

  /** Replaces the message that holds the control: never one that others see too. */
  record Update(Message message) implements Answer {}

  /** There is nothing to show. */
  record Nothing() implements Answer {}

  static Answer say(Markup text) {
    return new Say(Message.of(new Block.Text(text)));
  }

  static Answer say(String text) {
    return new Say(Message.of(text));
  }
}
