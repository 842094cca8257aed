package studycoach.engine;

import java.util.function.Supplier;
import studycoach.chat.Incoming;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;

/**
 * Where something that a person did leads.
 *
 * @param incoming what they did; a typed line has become a command
 */
record Route(Incoming incoming, Response response, Permission permission, Supplier<Reply> handler) {

  /** Whether the handler may return this, given what was declared. */
  boolean allows(Reply reply) {
    return switch (response) {
      case PRIVATE, PUBLIC -> reply instanceof Reply.Say || reply instanceof Reply.Nothing;
      case UPDATE -> reply instanceof Reply.Answer;
      case MODAL -> reply instanceof Reply.Open;
    };
  }
}
