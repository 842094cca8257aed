package studycoach.chat;

/** What an adapter says when what somebody did could not be worked on. */
public final class Excuses {
  public static final Reply.Answer BUSY =
      Reply.say("I am very busy. Nothing was changed: please try again in a minute.");

  public static final Reply.Answer SORRY = Reply.say("Sorry, that went wrong on my side.");

  /** The database is away: no bug, and over by itself. */
  public static final Reply.Answer AWAY =
      Reply.say("I can't reach my notes just now. Please try again in a minute.");

  private Excuses() {}

  /** Where a form can't be opened, since a message was typed. */
  public static Message typeInstead(String command) {
    return Message.of("That opens a form, which a message can't. Type /" + command + " instead.");
  }
}
