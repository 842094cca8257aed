package studycoach.feature.streak;

import java.time.ZoneId;
import java.util.List;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.engine.Feature;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Streaks;

/** {@code streak}: how long it is, and why. */
public final class StreakFeature implements Feature {
  private static final int USUALLY = 14;
  private static final int MOST = 60;

  private final Groups groups;
  private final Learners learners;
  private final Streaks streaks;

  public StreakFeature(Groups groups, Learners learners, Streaks streaks) {
    this.groups = groups;
    this.learners = learners;
    this.streaks = streaks;
  }

  @Override
  public String name() {
    return "streak";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "streak",
            "Your streak, explained drop by drop",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(new Option.Number("drops", "How many drops to look back", 1, MOST)),
            this::streak));
  }

  private Reply streak(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    Learner learner = learners.of(call.origin());
    ZoneId zone = learner.zone().orElse(group.zone());
    int drops = call.arguments().number("drops").orElse(USUALLY);
    return new Reply.Say(StreakViews.streak(streaks.of(group.id(), learner.id()), zone, drops));
  }
}
