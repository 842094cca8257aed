package studycoach.feature.setup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.Destination;
import studycoach.chat.Incoming;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.markup.Nearest;
import studycoach.pack.Bank;
import studycoach.pack.Exam;
import studycoach.pack.Pack;
import studycoach.schedule.Schedule;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Timetable;
import studycoach.study.Zones;

/** {@code setup}: starts the group of a channel, or changes what is given and nothing else. */
public final class SetupFeature implements Feature {
  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);

  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Supplier<Bank> bank;
  private final Outbox outbox;
  private final Schedule schedule;
  private final GroupViews views;

  public SetupFeature(
      Groups groups,
      Learners learners,
      Drops drops,
      Supplier<Bank> bank,
      Outbox outbox,
      Schedule schedule) {
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.bank = bank;
    this.outbox = outbox;
    this.schedule = schedule;
    this.views = new GroupViews(groups, learners, bank, outbox);
  }

  @Override
  public String name() {
    return "setup";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "setup",
            "Start a study group in this channel, or change what you give",
            Response.PRIVATE,
            Permission.ORGANISER,
            List.of(
                new Option.Text("exam", "The exam to study for, e.g. MLS-C01", origin -> exams()),
                new Option.Text("time", "When the drop comes, e.g. 09:00", origin -> List.of()),
                new Option.Text("zone", "The time zone of that time", Zones.SUGGESTIONS),
                new Option.Text(
                    "days",
                    "The days of the drops, e.g. mon-fri",
                    origin -> List.of("daily", "mon-fri", "mon,wed,fri")),
                new Option.Number(
                    "questions", "Questions in a drop", 1, GroupSettings.MOST_QUESTIONS),
                new Option.Choice(
                    "feedback",
                    "Marked at once and final, or sealed until the reveal",
                    List.of("instant", "sealed")),
                new Option.Text(
                    "reveal",
                    "With the next drop, or a time after, e.g. 4h",
                    origin -> List.of("next", "30m", "4h")),
                new Option.Person(
                    "organisers", "Someone who may change the group too; again to take it back")),
            this::setup));
  }

  private List<String> exams() {
    return bank.get().packs().stream().map(pack -> pack.exam().code()).toList();
  }

  private Reply setup(Incoming.CommandCall call) {
    ChannelRef channel =
        call.origin()
            .channel()
            .orElseThrow(() -> new UserError("Please set up a group in its channel."));
    Optional<Group> group = groups.in(channel);
    if (group.isPresent()) {
      return change(group.get(), call);
    }
    GroupSettings settings = settings(call.arguments(), usual(call.arguments()));
    Learner organiser = learners.of(call.origin());
    Group created =
        groups
            .create(settings, channel, organiser.id())
            .orElseThrow(
                () -> new UserError("Somebody has just set up this channel. See: group show"));
    call.arguments().person("organisers").ifPresent(person -> toggle(created, person));
    schedule.now(Group.JOB, String.valueOf(created.id()));
    schedule.now(Group.BOARD_JOB, String.valueOf(created.id()));
    return new Reply.Say(views.introduced(created));
  }

  private Reply change(Group group, Incoming.CommandCall call) {
    Arguments arguments = call.arguments();
    GroupSettings settings = settings(arguments, group.settings());
    Group changed = group;
    if (!settings.equals(group.settings())) {
      changed = groups.change(group, settings);
      drops.moveEnds(group.id(), group.next().at(), changed.next().at());
      schedule.now(Group.JOB, String.valueOf(group.id()));
    }
    arguments.person("organisers").ifPresent(person -> toggle(group, person));
    groups.channels(group.id()).stream().map(Destination.Channel::new).forEach(outbox::reopen);
    boolean sameExam = settings.exam().equals(group.settings().exam());
    return new Reply.Say(
        sameExam && !arguments.isEmpty()
            ? views.show(changed, "Changed.")
            : views.introduced(changed));
  }

  /** What a new group has where nothing else is wished; its exam must be. */
  private GroupSettings usual(Arguments arguments) {
    if (arguments.text("exam").isEmpty()) {
      throw new UserError(
          "Which exam? E.g. setup exam:"
              + exams().stream().findFirst().orElse("MLS-C01")
              + " time:09:00 zone:Europe/Berlin. There "
              + (exams().size() == 1 ? "is " : "are ")
              + String.join(", ", exams())
              + ".");
    }
    Timetable timetable = new Timetable(ZoneOffset.UTC, USUAL_TIME, EnumSet.allOf(DayOfWeek.class));
    return new GroupSettings(
        "",
        timetable,
        1,
        false,
        Optional.empty(),
        DayOfWeek.MONDAY,
        Optional.of(GroupSettings.USUAL_BOARD));
  }

  private GroupSettings settings(Arguments wish, GroupSettings now) {
    Timetable old = now.timetable();
    ZoneId zone = wish.text("zone").map(Zones::parse).orElse(old.zone());
    Timetable timetable =
        new Timetable(
            zone,
            wish.text("time").map(Wishes::time).orElse(old.time()),
            wish.text("days").map(Wishes::days).orElse(old.days()));
    return new GroupSettings(
        wish.text("exam").map(this::exam).orElse(now.exam()),
        timetable,
        wish.number("questions").orElse(now.questions()),
        wish.text("feedback").map("sealed"::equals).orElse(now.sealed()),
        wish.text("reveal").map(Wishes::reveal).orElse(now.revealAfter()),
        now.week(),
        now.board());
  }

  private String exam(String typed) {
    return bank.get()
        .pack(typed.strip())
        .map(Pack::exam)
        .map(Exam::code)
        .orElseThrow(
            () ->
                new UserError(
                    "I have no questions for that exam."
                        + Nearest.of(typed, exams()).map(e -> " Did you mean " + e + "?").orElse("")
                        + " There "
                        + (exams().size() == 1 ? "is " : "are ")
                        + String.join(", ", exams())
                        + ". Nothing was changed."));
  }

  private void toggle(Group group, UserRef person) {
    long learner = learners.of(person, person.id()).id();
    if (groups.organisers(group.id()).contains(learner)) {
      groups.removeOrganiser(group.id(), learner);
    } else {
      groups.addOrganiser(group.id(), learner);
    }
  }
}
