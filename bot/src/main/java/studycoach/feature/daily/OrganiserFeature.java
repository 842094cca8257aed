package studycoach.feature.daily;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.pack.Question;
import studycoach.schedule.Schedule;
import studycoach.study.Group;
import studycoach.study.Groups;

/** What organisers do about drops: posting an extra one, and seeing the next one early. */
public final class OrganiserFeature implements Feature {
  private final Groups groups;
  private final DropKeeper keeper;
  private final Schedule schedule;
  private final PreviewView view;

  public OrganiserFeature(
      Groups groups, DropKeeper keeper, Supplier<Bank> bank, Schedule schedule) {
    this.groups = groups;
    this.keeper = keeper;
    this.schedule = schedule;
    this.view = new PreviewView(bank);
  }

  @Override
  public String name() {
    return "organiser";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        command("group post", "Post an extra drop now", this::post),
        command("group preview", "The questions of the next drop, for you alone", this::preview));
  }

  private static Command command(
      String name, String summary, Function<Incoming.CommandCall, Reply> handler) {
    return new Command(name, summary, Response.PRIVATE, Permission.ORGANISER, List.of(), handler);
  }

  private Reply post(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    if (!keeper.extra(group)) {
      throw nothingToPost(group);
    }
    schedule.now(Group.JOB, String.valueOf(group.id()));
    return Reply.say("Posted. Its window ends with the next drop; missing it breaks no streak.");
  }

  private Reply preview(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    List<Question> questions = keeper.preview(group);
    if (questions.isEmpty()) {
      throw nothingToPost(group);
    }
    return new Reply.Say(view.preview(group, questions));
  }

  private static UserError nothingToPost(Group group) {
    return new UserError(
        "There are no questions for " + group.settings().exam() + " that I could post.");
  }
}
