package studycoach.feature.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.chat.Arguments;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.Suggestions;
import studycoach.chat.UserError;
import studycoach.engine.Feature;
import studycoach.schedule.Schedule;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.QuietHours;
import studycoach.study.ReminderChoice;
import studycoach.study.Reminders;
import studycoach.study.Vacation;
import studycoach.study.Zones;

/**
 * {@code settings}: a learner's own zone and vacation, what others see of them, how they practise,
 * and what the account that asks is reminded of.
 */
public final class SettingsFeature implements Feature {
  static final ZoneId USUAL_ZONE = ZoneId.of("UTC");
  private static final int LONGEST_VACATION_DAYS = 366;

  private final Groups groups;
  private final Learners learners;
  private final Schedule schedule;
  private final Clock clock;

  public SettingsFeature(Groups groups, Learners learners, Schedule schedule, Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "settings",
            "Your time zone, vacation and reminders, what others see of you, and how you practise",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text("zone", "Your time zone, e.g. Europe/Berlin", Zones.SUGGESTIONS),
                new Option.Date("from", "First day of a vacation: no drop missed then counts"),
                new Option.Date("to", "Last day of the vacation"),
                new Option.Choice("vacation", "End your vacation today", List.of("off")),
                new Option.Choice(
                    "board",
                    "Named on boards and reveals, or seen there by nobody but you",
                    SettingsViews.ON_OFF),
                new Option.Choice(
                    "show", "What others see who ask for your progress", SettingsViews.SHOWS),
                new Option.Choice(
                    "confidence",
                    "Say how sure you are before you answer in quiz and review",
                    SettingsViews.ON_OFF),
                new Option.Choice(
                    "reminders",
                    "Direct messages before your streak ends, when reviews are due, each Sunday, all or none",
                    Reminders.words()),
                new Option.Text(
                    "quiet",
                    "When no reminder comes, e.g. 22-7 or 22:30-6:15, or off",
                    Suggestions.NONE)),
            call -> new Reply.Say(settings(call.origin(), call.arguments()))));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick(
            "open",
            Response.PRIVATE,
            click -> new Reply.Say(settings(click.origin(), Arguments.none()))),
        new OnClick(
            "board", Response.UPDATE, click -> choose(click, "board", SettingsViews.ON_OFF)),
        new OnClick("show", Response.UPDATE, click -> choose(click, "show", SettingsViews.SHOWS)),
        new OnClick(
            "confidence",
            Response.UPDATE,
            click -> choose(click, "confidence", SettingsViews.ON_OFF)),
        new OnClick(
            "reminders", Response.UPDATE, click -> choose(click, "reminders", Reminders.words())),
        new OnClick(
            "zone",
            Response.MODAL,
            click -> new Reply.Open(SettingsViews.zoneForm(click.action()))),
        new OnClick(
            "quiet",
            Response.MODAL,
            click -> new Reply.Open(SettingsViews.quietForm(click.action()))));
  }

  @Override
  public List<OnModal> modals() {
    return Stream.of("zone", "quiet")
        .map(
            verb ->
                new OnModal(
                    verb,
                    Response.UPDATE,
                    form -> update(form.origin(), Map.copyOf(form.values()))))
        .toList();
  }

  private Reply.Answer choose(Incoming.Click click, String option, List<String> words) {
    String chosen = String.join(",", click.values());
    if (!words.contains(chosen)) {
      throw new UserError("Please choose one of " + String.join(", ", words) + ".");
    }
    return update(click.origin(), Map.of(option, chosen));
  }

  private Reply.Answer update(Origin origin, Map<String, Object> given) {
    return new Reply.Update(settings(origin, new Arguments(given)));
  }

  private Message settings(Origin origin, Arguments given) {
    Learner learner = learners.of(origin);
    Optional<ZoneId> group = groupZone(origin);
    Optional<ZoneId> zone = given.text("zone").map(Zones::parse);
    ZoneId own = zone.or(learner::zone).or(() -> group).orElse(USUAL_ZONE);
    Optional<Days> vacation = vacation(given, own);
    ReminderChoice before = learners.reminders().of(learner.home());
    ReminderChoice choice = choice(given, before);
    zone.ifPresent(told -> learners.setZone(learner.id(), told));
    if (given.text("vacation").isPresent()) {
      learners.vacations().end(learner.id());
    }
    vacation.ifPresent(
        days -> learners.vacations().add(learner.home(), days.first(), days.last(), own));
    given.text("board").ifPresent(word -> learners.setOnBoard(learner.id(), word.equals("on")));
    given
        .text("show")
        .map(word -> Learner.Shows.valueOf(word.toUpperCase(Locale.ROOT)))
        .ifPresent(shows -> learners.setShows(learner.id(), shows));
    given
        .text("confidence")
        .ifPresent(word -> learners.setConfidence(learner.id(), word.equals("on")));
    if (!choice.equals(before)) {
      learners.reminders().set(learner.home(), choice);
    }
    if (!given.isEmpty() && choice.reminders() != Reminders.OFF) {
      remindAnew(learner);
    }
    return SettingsViews.show(
        learners.find(learner.id()),
        choice,
        group,
        ahead(learner.id()),
        given.isEmpty() ? Optional.empty() : Optional.of("Changed."));
  }

  private static ReminderChoice choice(Arguments given, ReminderChoice now) {
    return new ReminderChoice(
        given.text("reminders").map(Reminders::of).orElse(now.reminders()),
        given.text("quiet").map(QuietHours::parse).orElse(now.quiet()));
  }

  /** What was changed may change when reminders come. */
  private void remindAnew(Learner learner) {
    for (Group group : groups.joinedBy(learner.id())) {
      schedule.now(Group.REMIND_JOB, String.valueOf(group.id()));
    }
  }

  /** Empty where there is no group, or not one alone. */
  private Optional<ZoneId> groupZone(Origin origin) {
    try {
      return Optional.of(groups.of(origin).zone());
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  private List<Vacation> ahead(long learner) {
    Instant now = clock.instant();
    return learners.vacations().of(learner).stream().filter(v -> v.ends().isAfter(now)).toList();
  }

  private record Days(LocalDate first, LocalDate last) {}

  private Optional<Days> vacation(Arguments arguments, ZoneId zone) {
    Optional<LocalDate> last = arguments.date("to");
    Optional<LocalDate> from = arguments.date("from");
    if (last.isEmpty() && from.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate first = from.orElse(today);
    if (last.isEmpty()) {
      throw new UserError("Until when? E.g. settings from:" + first + " to:" + first.plusDays(6));
    }
    if (first.isBefore(today)) {
      throw new UserError("A vacation can't begin in the past; today is " + today + ".");
    }
    if (last.get().isBefore(first)) {
      throw new UserError(
          "That vacation would end before it begins. E.g. settings from:"
              + first
              + " to:"
              + first.plusDays(6));
    }
    if (last.get().isAfter(first.plusDays(LONGEST_VACATION_DAYS))) {
      throw new UserError(
          "A vacation lasts a year at most, till " + first.plusDays(LONGEST_VACATION_DAYS) + ".");
    }
    return Optional.of(new Days(first, last.get()));
  }
}
