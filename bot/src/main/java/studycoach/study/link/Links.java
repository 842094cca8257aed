package studycoach.study.link;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.UserError;
import studycoach.study.board.Tallies;

/**
 * Makes one learner of two, and two again. All accounts of the merged learner become accounts of
 * the kept one and bring their answers along; of two answers to the same question of a drop the
 * first counts. Points and boards are as if one person had given all that counts. Undoing it brings
 * back what was, and leaves later answers to the accounts that gave them.
 *
 * <p>Whoever links or undoes waits for their turn, then for the answers that these accounts are
 * giving, then for their groups in the order of the ids; answers take the same order.
 */
public final class Links {
  private final Jdbi jdbi;
  private final Tallies tallies;
  private final Clock clock;

  public Links(Jdbi jdbi, Tallies tallies, Clock clock) {
    this.jdbi = jdbi;
    this.tallies = tallies;
    this.clock = clock;
  }

  /**
   * Whether two accounts, by their homes, may be linked.
   *
   * @throws UserError if not, saying why
   */
  public void check(long giver, long taker) {
    jdbi.useHandle(handle -> proposed(handle, giver, taker));
  }

  private Link proposed(Handle handle, long giver, long taker) {
    if (giver == taker) {
      throw new UserError("That is this account's own code. Enter it with your other account.");
    }
    long kept = Accounts.learner(handle, giver);
    long merged = Accounts.learner(handle, taker);
    if (kept == merged) {
      throw new UserError("These two accounts are linked already.");
    }
    if (Accounts.meet(handle, kept, merged)) {
      throw new UserError(
          "These can't be linked: you would have two accounts in the same place. Accounts on"
              + " different platforms, or in different workspaces, can be.");
    }
    return new Link(0, kept, merged, giver, taker, clock.instant(), Optional.empty());
  }

  /**
   * Links two accounts, by their homes, and all that are linked to either. Part of the caller's
   * transaction, which does nothing before but use up the code.
   *
   * @param giver whose settings hold from now on
   * @throws UserError as {@link #check} does
   */
  public Link join(long giver, long taker) {
    return jdbi.inTransaction(
        handle -> {
          LinkRow.takeTurn(handle);
          Link link = LinkRow.add(handle, proposed(handle, giver, taker));
          lock(handle, link);
          tallies.forget(link.learners());
          Given.join(handle, link);
          Memberships.join(handle, link);
          Accounts.join(handle, link);
          tallies.recount(link.learners());
          return link;
        });
  }

  private void lock(Handle handle, Link link) {
    Accounts.lock(handle, link);
    Memberships.groups(handle, link).forEach(tallies::lock);
  }

  public Optional<Link> find(long id) {
    return jdbi.withHandle(handle -> LinkRow.find(handle, id));
  }

  /**
   * The link that an account, by its home, can undo: the latest one of its person.
   *
   * @throws UserError if there is none, or it is older than a day
   */
  public Link undoable(long home) {
    return jdbi.withHandle(handle -> undoable(handle, home));
  }

  private Link undoable(Handle handle, long home) {
    Link link =
        LinkRow.latest(handle, Accounts.learner(handle, home))
            .orElseThrow(() -> new UserError("No other account is linked to this one."));
    if (!link.undoableUntil().isAfter(clock.instant())) {
      throw new UserError(
          "These accounts were linked more than a day ago. That can't be undone any more.");
    }
    return link;
  }

  /**
   * Undoes a link.
   *
   * @param home of the account that wants it
   * @throws UserError if it is not the one that this account can undo
   */
  public Link undo(long id, long home) {
    return jdbi.inTransaction(
        handle -> {
          LinkRow.takeTurn(handle);
          Link link = undoable(handle, home);
          if (link.id() != id) {
            throw new UserError("That is not your latest link any more. See: link undo");
          }
          lock(handle, link);
          tallies.forget(link.learners());
          Given.part(handle, link);
          Memberships.part(handle, link);
          Accounts.part(handle, link);
          LinkRow.undone(handle, id, clock.instant());
          tallies.recount(link.learners());
          return link;
        });
  }
}
