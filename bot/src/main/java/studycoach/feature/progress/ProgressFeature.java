package studycoach.feature.progress;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Png;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.engine.Feature;
import studycoach.picture.Painter;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.OpenQuestions;
import studycoach.study.Streak;
import studycoach.study.Streaks;
import studycoach.study.progress.ActiveDays;
import studycoach.study.progress.NextStep;
import studycoach.study.progress.Progress;
import studycoach.study.progress.ProgressLog;

/** {@code progress}: how sure a learner is of each part of the exam, and what to do next. */
public final class ProgressFeature implements Feature {
  static final String NAME = "progress";
  private static final String MEMBER = "member";

  private final Groups groups;
  private final Learners learners;
  private final Members members;
  private final Streaks streaks;
  private final OpenQuestions open;
  private final ProgressLog log;
  private final Painter painter;

  public ProgressFeature(
      Groups groups,
      Learners learners,
      Members members,
      Streaks streaks,
      OpenQuestions open,
      ProgressLog log,
      Painter painter) {
    this.groups = groups;
    this.learners = learners;
    this.members = members;
    this.streaks = streaks;
    this.open = open;
    this.log = log;
    this.painter = painter;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "progress",
            "How you do in each part of the exam, and what to do next",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(new Option.Person(MEMBER, "A member who lets others see theirs")),
            this::progress));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick("show", Response.PRIVATE, this::show),
        new OnClick("domain", Response.UPDATE, this::domain));
  }

  private Reply progress(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    long learner = learners.of(call.origin()).id();
    return new Reply.Say(
        call.arguments()
            .person(MEMBER)
            .filter(asked -> learners.known(asked).filter(l -> l.id() == learner).isEmpty())
            .map(asked -> other(group, asked))
            .orElseGet(() -> own(group, learner, Optional.empty())));
  }

  private Reply show(Incoming.Click click) {
    return new Reply.Say(own(group(click), learners.of(click.origin()).id(), Optional.empty()));
  }

  private Reply domain(Incoming.Click click) {
    Optional<String> domain = click.values().stream().findFirst();
    return new Reply.Update(own(group(click), learners.of(click.origin()).id(), domain));
  }

  private Group group(Incoming.Click click) {
    return groups.ofControl(click.action().number(0));
  }

  private Message own(Group group, long learner, Optional<String> domain) {
    Progress progress = progress(group, learner);
    NextStep next = NextStep.of(open.of(group.id(), learner), progress);
    Streak streak = streaks.of(group.id(), learner);
    ZoneId zone = learners.find(learner).zone().orElse(group.zone());
    ActiveDays days = progress.days(zone, group.settings().week());
    Optional<Png> picture = picture(streak, progress, days);
    return ProgressViews.own(group, streak, progress, days, picture, next, domain);
  }

  private Optional<Png> picture(Streak streak, Progress progress, ActiveDays days) {
    return ProgressPicture.holds(progress)
        ? painter.paint(() -> ProgressPicture.of(progress, streak, days))
        : Optional.empty();
  }

  private Progress progress(Group group, long learner) {
    String exam = group.settings().exam();
    return log.of(exam, learner)
        .orElseThrow(() -> new UserError("I have no questions for " + exam + " just now."));
  }

  /** A stranger looks just like a member who shows nothing. */
  private Message other(Group group, UserRef user) {
    Optional<Learner> known = learners.known(user).filter(learner -> isSeen(group, learner));
    if (known.isEmpty()) {
      return ProgressViews.hidden(user);
    }
    long learner = known.get().id();
    Streak streak = streaks.of(group.id(), learner);
    return ProgressViews.other(
        group,
        learners.account(learner, user),
        streak,
        known
            .filter(seen -> seen.shows() == Learner.Shows.PROGRESS)
            .map(seen -> progress(group, learner)));
  }

  private boolean isSeen(Group group, Learner learner) {
    return learner.onBoard()
        && learner.shows() != Learner.Shows.NOTHING
        && members.contains(group.id(), learner.id());
  }
}
