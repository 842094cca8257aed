package studycoach.study;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.UserError;

/**
 * Who may change groups: rows of {@code organiser}, who brought a channel as long as it belongs to
 * the group, and whoever manages the workspace.
 */
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
    if (!mayChange(origin, group)) {
      throw Permission.refusal();
    }
  }

  /** Whether somebody may change a group, from where they are. */
  public boolean mayChange(Origin origin, Group group) {
    boolean managed =
        origin.manager()
            && origin.channel().flatMap(groups.channels()::at).stream()
                .anyMatch(channel -> channel.group() == group.id());
    return managed || of(group.id()).contains(learners.of(origin).id());
  }

  /** Learners who may change a group though they don't manage the workspace. */
  public List<Long> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT a.learner_id FROM account a WHERE a.home_learner_id IN"
                        + " (SELECT learner_id FROM organiser WHERE group_id = :group UNION"
                        + " SELECT brought_by FROM group_channel WHERE group_id = :group)"
                        + " ORDER BY a.learner_id")
                .bind("group", group)
                .mapTo(Long.class)
                .list());
  }

  /**
   * Lets somebody change a group.
   *
   * @param home of the account that was named, with which the right stays
   */
  public void add(long group, long home) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO organiser (group_id, learner_id) VALUES (:group, :learner)"
                        + " ON CONFLICT DO NOTHING")
                .bind("group", group)
                .bind("learner", home)
                .execute());
  }

  /** Takes the right from all accounts of a learner, though channels that they brought stay. */
  public void remove(long group, long learner) {
    jdbi.useTransaction(
        handle ->
            List.of(
                    "DELETE FROM organiser WHERE group_id = :group AND learner_id IN",
                    "UPDATE group_channel SET brought_by = NULL WHERE group_id = :group"
                        + " AND brought_by IN")
                .forEach(
                    rows ->
                        handle
                            .createUpdate(
                                rows
                                    + " (SELECT home_learner_id FROM account"
                                    + " WHERE learner_id = :learner)")
                            .bind("group", group)
                            .bind("learner", learner)
                            .execute()));
  }
}
