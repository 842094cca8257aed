package studycoach.feature.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import studycoach.chat.UserError;
import studycoach.engine.Feature;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Vacation;
import studycoach.study.Zones;

/** {@code settings}: a learner's own zone and vacation, and what others see of them. */
public final class SettingsFeature implements Feature {
  static final ZoneId USUAL_ZONE = ZoneId.of("UTC");
  private static final int LONGEST_VACATION_DAYS = 366;

  private final Groups groups;
  private final Learners learners;
  private final Clock clock;

  public SettingsFeature(Groups groups, Learners learners, Clock clock) {
    this.groups = groups;
    this.learners = learners;
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
            "Your time zone, your vacation, and what others see of you",
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
                    SettingsViews.BOARD),
                new Option.Choice(
                    "show", "What others see who ask for your progress", SettingsViews.SHOWS)),
            call -> new Reply.Say(settings(call.origin(), call.arguments()))));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick(
            "open",
            Response.PRIVATE,
            click -> new Reply.Say(settings(click.origin(), Arguments.none()))),
        new OnClick("board", Response.UPDATE, click -> choose(click, "board", SettingsViews.BOARD)),
        new OnClick("show", Response.UPDATE, click -> choose(click, "show", SettingsViews.SHOWS)),
        new OnClick(
            "zone",
            Response.MODAL,
            click -> new Reply.Open(SettingsViews.zoneForm(click.action()))));
  }

  @Override
  public List<OnModal> modals() {
    return List.of(
        new OnModal(
            "zone", Response.UPDATE, form -> update(form.origin(), Map.copyOf(form.values()))));
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
    return SettingsViews.show(
        learners.find(learner.id()),
        group,
        ahead(learner.id()),
        given.isEmpty() ? Optional.empty() : Optional.of("Changed."));
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
