package studycoach.feature.remind;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.KeptBack;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.ReminderChoice;
import studycoach.study.Reminders;
import studycoach.study.Streaks;
import studycoach.study.practice.Agendas;

/** Reminders by direct message. They are asked for in {@code settings}, and each can stop them. */
public final class RemindFeature implements Feature {
  static final String NAME = "remind";
  static final String STOP = "stop";

  private final String root;
  private final Learners learners;
  private final Schedule schedule;
  private final RemindDao reminders;
  private final Reminding reminding;

  public RemindFeature(
      String root,
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Streaks streaks,
      Agendas agendas,
      Supplier<Bank> bank,
      Outbox outbox,
      Schedule schedule,
      Clock clock) {
    this.root = root;
    this.learners = learners;
    this.schedule = schedule;
    this.reminders = new RemindDao(jdbi);
    List<Kind> kinds =
        List.of(
            new StreakAtRisk(root, groups, drops, streaks, clock),
            new ReviewsDue(root, reminders, groups, learners, agendas, new KeptBack(jdbi), bank),
            new WeekInReview(root, jdbi, groups, streaks, bank));
    this.reminding = new Reminding(jdbi, reminders, drops, kinds, outbox, clock);
    outbox.add(new ReminderPosts(reminders, new Members(jdbi), kinds, clock));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The job that reminds those of a group who want it; it is set by the one {@link #behind}. */
  public Job job() {
    return new Job(Group.REMIND_JOB, Job.Turn.LAST, id -> reminding.keep(Long.parseLong(id)));
  }

  /** The same job that looks after groups, after which reminders are thought over. */
  public Job behind(Job job) {
    return new Job(job.name(), job.turn(), id -> behind(job, id));
  }

  private Optional<Instant> behind(Job job, String group) {
    Optional<Instant> next = job.work().apply(group);
    if (reminders.isRead(Long.parseLong(group))) {
      schedule.now(Group.REMIND_JOB, group);
    }
    return next;
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(new OnClick(STOP, Response.UPDATE, this::stop));
  }

  private Reply stop(Incoming.Click click) {
    long home = learners.of(click.origin()).home();
    if (reminders
        .find(click.action().number(0))
        .filter(reminder -> reminder.home() == home)
        .isEmpty()) {
      throw new UserError("That is not a reminder of yours. To stop yours: settings reminders:off");
    }
    ReminderChoice choice = learners.reminders().of(home);
    learners.reminders().set(home, choice.with(Reminders.OFF));
    return new Reply.Update(
        stopped(choice.reminders() == Reminders.OFF ? Reminders.ALL : choice.reminders()));
  }

  private Message stopped(Reminders before) {
    return Message.of(
        new Block.Text(
            Markup.of("No more reminders will come. To have them again: ")
                .code("/" + root + " settings reminders:" + before.word())));
  }
}
