package studycoach.platform.discord.fake;

/** What a request is about; faults are ordered by it. */
public enum Kind {
  LOGIN,
  COMMANDS,
  MESSAGE_POST,
  MESSAGE_EDIT,
  MESSAGE_DELETE,
  HISTORY,
  DIRECT_MESSAGE_OPEN,
  CALLBACK,
  FOLLOWUP,
  THREAD,
  OTHER;

  /** Whether the request counts towards the bot's requests a second. */
  boolean paced() {
    return this != CALLBACK && this != FOLLOWUP;
  }
}
