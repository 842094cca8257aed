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
import studycoach.study.board.PostedWeek;
import studycoach.study.board.PostedWeeks;

/** Posts a look back once a week, and with it a thread on the question that was hardest. */
public final class Retrospectives implements PostSource {
  static final String KIND = "retrospective";

  private final PostedWeeks weeks;
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
    this.weeks = new PostedWeeks(jdbi);
    this.log = new WeekLog(jdbi, drops, attempts);
    this.groups = groups;
    this.outbox = outbox;
    this.view = new RetrospectiveView(jdbi, log, learners, drops, bank);
    outbox.add(this);
    outbox.add(new HardestPosts(jdbi, weeks, log, groups, drops, attempts));
  }

  /**
   * Plans the posts of a week, behind what its channels are to get already; nothing if nobody
   * answered. Part of the caller's transaction, to be called once for a week.
   */
  public void plan(Group group, PostedWeek posted) {
    Week seen = log.of(group.id(), posted.week());
    if (seen.tallies().isEmpty()) {
      return;
    }
    List<Destination.Channel> channels =
        groups.channels().of(group.id()).stream().map(Destination.Channel::new).toList();
    channels.forEach(channel -> outbox.plan(KIND, posted.id(), channel));
    if (group.settings().threads() && seen.hardest().isPresent()) {
      channels.forEach(channel -> outbox.planUnder(KIND, HardestPosts.KIND, posted.id(), channel));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return groups.channels().contain(weeks.find(subject).group(), to);
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    PostedWeek posted = weeks.find(subject);
    return view.of(groups.find(posted.group()), posted.week(), to, key);
  }
}
