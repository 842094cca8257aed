package studycoach.feature.home;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.OpenQuestions;
import studycoach.study.Streaks;
import studycoach.study.progress.ProgressLog;

/** {@code home}: what matters to a learner now, in a group or in each of theirs. */
public final class HomeFeature implements Feature {
  private final Groups groups;
  private final Learners learners;
  private final Pages pages;

  public HomeFeature(
      Groups groups,
      Learners learners,
      Places places,
      Streaks streaks,
      OpenQuestions open,
      ProgressLog log,
      Supplier<Bank> bank,
      Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.pages = new Pages(learners, places, streaks, open, log, bank, clock);
  }

  @Override
  public String name() {
    return "home";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "home",
            "Your page: today's question, your streak, your place, what to do next",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            this::home));
  }

  private Reply home(Incoming.CommandCall call) {
    Learner learner = learners.of(call.origin());
    List<Group> shown = shown(call.origin(), learner);
    if (shown.isEmpty()) {
      return Reply.say(
          "You are in no study group yet. Answering a question in a group's channel joins it.");
    }
    if (shown.size() == 1) {
      return new Reply.Say(HomeViews.one(pages.of(shown.get(0), learner)));
    }
    List<Page> first =
        shown.stream().limit(HomeViews.MOST_GROUPS).map(group -> pages.of(group, learner)).toList();
    return new Reply.Say(HomeViews.several(first, shown.size() - first.size()));
  }

  /** The channel's group; without one, all of the learner's. */
  private List<Group> shown(Origin origin, Learner learner) {
    List<Group> own = groups.joinedBy(learner.id());
    Optional<Group> here = origin.channel().flatMap(groups::in);
    if (here.isPresent() || (origin.channel().isPresent() && own.isEmpty())) {
      return List.of(groups.of(origin));
    }
    return own;
  }
}
