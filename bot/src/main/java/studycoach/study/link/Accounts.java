package studycoach.study.link;

import org.jdbi.v3.core.Handle;

/** Whose accounts are: rows of {@code account} and {@code linked_account}. */
final class Accounts {
  /** A condition on a home: that of an account that the link has moved. */
  static final String OF_MOVED =
      " IN (SELECT home_learner_id FROM linked_account WHERE link_id = :id)";

  private Accounts() {}

  /** The learner whose an account is, by its home. */
  static long learner(Handle handle, long home) {
    return handle
        .createQuery("SELECT learner_id FROM account WHERE home_learner_id = :home")
        .bind("home", home)
        .mapTo(Long.class)
        .one();
  }

  /** Waits for answers that they are giving, and keeps them from giving others. */
  static void lock(Handle handle, Link link) {
    handle
        .createQuery(
            "SELECT home_learner_id FROM account WHERE learner_id IN (<learners>)"
                + " ORDER BY home_learner_id FOR UPDATE")
        .bindList("learners", link.learners())
        .mapTo(Long.class)
        .list();
  }

  /** Whether two learners have accounts in the same workspace. */
  static boolean meet(Handle handle, long one, long other) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM account a JOIN account b ON b.platform = a.platform"
                    + " AND b.workspace = a.workspace"
                    + " WHERE a.learner_id = :one AND b.learner_id = :other")
            .bind("one", one)
            .bind("other", other)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  static void join(Handle handle, Link link) {
    execute(
        handle,
        link,
        "INSERT INTO linked_account (link_id, home_learner_id)"
            + " SELECT :id, home_learner_id FROM account WHERE learner_id = :merged",
        "UPDATE account SET learner_id = :kept WHERE learner_id = :merged");
  }

  static void part(Handle handle, Link link) {
    execute(
        handle,
        link,
        "UPDATE account SET learner_id = :merged WHERE home_learner_id" + OF_MOVED,
        "DELETE FROM linked_account WHERE link_id = :id");
  }

  /** Executes statements, one after the other, with what a link says. */
  static void execute(Handle handle, Link link, String... statements) {
    for (String sql : statements) {
      handle.createUpdate(sql).bindMethods(link).execute();
    }
  }
}
