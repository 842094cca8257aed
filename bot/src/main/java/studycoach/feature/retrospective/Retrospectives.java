package studycoach.feature.retrospective;

import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.Outbox;
import studycoach.delivery.PostSource;
import studycoach.pack.Bank;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Period;

/** Posts a look back once a week, and with it a thread on the question that was hardest. */
public final class Retrospectives implements PostSource {
  static final String KIND = "retrospective";

  private final RetrospectiveDao dao;
  private final WeekLog log;
  private final Groups groups;
  private final Outbox outbox;
  private final RetrospectiveView view;

  public Retrospectives(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Attempts attempts,
      Supplier<Bank> bank,
      Outbox outbox) {
    this.dao = new RetrospectiveDao(jdbi);
    this.log = new WeekLog(jdbi, drops, attempts);
    this.groups = groups;
    this.outbox = outbox;
    this.view = new RetrospectiveView(jdbi, log, learners, drops, bank);
    outbox.add(this);
    outbox.add(new HardestPosts(jdbi, dao, log, groups, drops, attempts));
  }

  /**
   * Plans the posts of a week, behind what its channels are to get already; nothing if nobody
   * answered, or they have been planned before. Part of the caller's transaction.
   */
  public void plan(Group group, Period.Week week) {
    Week seen = log.of(group.id(), week);
    if (seen.tallies().isEmpty()) {
      return;
    }
    boolean thread = group.settings().threads() && seen.hardest().isPresent();
    dao.add(group.id(), week).ifPresent(id -> plan(group, id, thread));
  }

  private void plan(Group group, long id, boolean thread) {
    List<Destination.Channel> channels =
        groups.channels().of(group.id()).stream().map(Destination.Channel::new).toList();
    channels.forEach(channel -> outbox.plan(KIND, id, channel));
    if (thread) {
      channels.forEach(channel -> outbox.planUnder(KIND, HardestPosts.KIND, id, channel));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().contain(dao.find(subject).group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Retrospective posted = dao.find(subject);
    return view.of(groups.find(posted.group()), posted.week(), to, key);
  }
}
