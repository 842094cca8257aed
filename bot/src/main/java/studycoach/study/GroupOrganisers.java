package studycoach.study;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.UserError;

/** Who may change groups: rows of {@code organiser}, and whoever manages the workspace. */
public final class GroupOrganisers {
  private final Jdbi jdbi;
  private final Learners learners;
  private final Groups groups;

  GroupOrganisers(Jdbi jdbi, Learners learners, Groups groups) {
    this.jdbi = jdbi;
    this.learners = learners;
    this.groups = groups;
  }

  /** Whether somebody may change the group in whose channel they are. */
  public boolean isOrganiser(Origin origin) {
    if (origin.manager()) {
      return true;
    }
    long learner = learners.of(origin).id();
    return origin.channel().flatMap(groups::in).stream()
        .anyMatch(group -> of(group.id()).contains(learner));
  }

  /**
   * Lets pass who may change a group: its organisers, and from one of its channels whoever manages
   * the workspace.
   *
   * @throws UserError if they may not
   */
  public void require(Origin origin, Group group) {
    boolean managed =
        origin.manager()
            && origin.channel().filter(groups.channels(group.id())::contains).isPresent();
    if (!managed && !of(group.id()).contains(learners.of(origin).id())) {
      throw Permission.refusal();
    }
  }

  /** Learners who may change a group though they don't manage the workspace. */
  public List<Long> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT learner_id FROM organiser WHERE group_id = :group ORDER BY learner_id")
                .bind("group", group)
                .mapTo(Long.class)
                .list());
  }

  public void add(long group, long learner) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO organiser (group_id, learner_id) VALUES (:group, :learner)"
                        + " ON CONFLICT DO NOTHING")
                .bind("group", group)
                .bind("learner", learner)
                .execute());
  }

  public void remove(long group, long learner) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM organiser WHERE group_id = :group AND learner_id = :learner")
                .bind("group", group)
                .bind("learner", learner)
                .execute());
  }
}
