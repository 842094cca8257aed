package studycoach.chat;

/** Who may use a command. */
public enum Permission {
  EVERYONE,
  /** Who may change the group: managers of the workspace, and those named as organisers. */
  ORGANISER;

  /** What somebody is told who is no organiser. */
  public static UserError refusal() {
    return new UserError(
        "Only organisers of this group may do that. Ask one of them, or somebody who manages"
            + " this workspace.");
  }
}
