package studycoach.study;

import studycoach.chat.UserRef;
import studycoach.markup.Span;

/** An account with the name last seen. */
public record NamedAccount(UserRef user, String name) {

  public Span.Person span() {
    return user.named(name);
  }
}
