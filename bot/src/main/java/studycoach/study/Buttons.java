package studycoach.study;

import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.chat.PostKey;

/** Buttons that one feature shows and another answers. */
public final class Buttons {
  private Buttons() {}

  /**
   * Says that something about a question is wrong.
   *
   * @param dropQuestion the id of the question of a drop
   */
  public static Control.Button report(long dropQuestion) {
    return new Control.Button("Report", ActionId.of("report", "open", dropQuestion));
  }

  /** Gives a private copy of a group's next open question, as {@code today} does. */
  public static Control.Button today(long group) {
    return new Control.Button("Today's question", ActionId.of("daily", "today", group));
  }

  /**
   * The same below a post.
   *
   * @param key of the post that shows it
   */
  public static Control.Button today(long group, PostKey key) {
    return new Control.Button(
        "Today's question", ActionId.of("daily", "today", group, key.value()));
  }

  /**
   * Shows what the learner has answered to a question.
   *
   * @param dropQuestion the id of the question of a drop
   * @param key of the post that shows it
   */
  public static Control.Button mine(long dropQuestion, PostKey key) {
    return new Control.Button("My answer", ActionId.of("daily", "mine", dropQuestion, key.value()));
  }

  /** Shows the learner's own progress towards a group's exam. */
  public static Control.Button progress(long group) {
    return new Control.Button("Progress", ActionId.of("progress", "show", group));
  }

  /** Begins a review for a group's exam, as {@code review} does. */
  public static Control.Button review(long group) {
    return new Control.Button("Review", ActionId.of("practice", "review", group));
  }

  /**
   * The same below a post.
   *
   * @param key of the post that shows it
   */
  public static Control.Button progress(long group, PostKey key) {
    return new Control.Button("Progress", ActionId.of("progress", "show", group, key.value()));
  }

  /**
   * Shows the settings of the channel where it is pressed, or how to start a group there.
   *
   * @param key of the post that shows it
   */
  public static Control.Button setup(PostKey key) {
    return new Control.Button("Set up", ActionId.of("setup", "open", key.value()));
  }

  /**
   * Takes a channel from its group.
   *
   * @param channel its id as one of a group
   * @param key of the post that shows it
   */
  public static Control.Button unbind(long channel, PostKey key) {
    return new Control.Button(
        "Unbind that channel", ActionId.of("channel", "unbind", channel, key.value()));
  }

  /** Shows a group's board. */
  public static Control.Button leaderboard(long group) {
    return new Control.Button("Leaderboard", ActionId.of("board", "show", group));
  }

  /** Shows a person's own settings, to change by choosing. */
  public static Control.Button settings() {
    return new Control.Button("Settings", ActionId.of("settings", "open"));
  }
}
