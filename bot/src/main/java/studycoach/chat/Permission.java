package studycoach.chat;

/** Who may use a command. */
public enum Permission {
  EVERYONE,
  /** Who may change the group: managers of the workspace, and those named as organisers. */
  ORGANISER
}
