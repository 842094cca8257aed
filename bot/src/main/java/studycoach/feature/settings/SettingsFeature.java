package studycoach.feature.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.Arguments;
import studycoach.chat.Block;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Vacation;
import studycoach.study.Zones;

/** {@code settings}: a learner's own zone and vacation. */
public final class SettingsFeature implements Feature {
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
            "Your time zone and your vacation",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text("zone", "Your time zone, e.g. Europe/Berlin", Zones.SUGGESTIONS),
                new Option.Date("from", "First day of a vacation: no drop missed then counts"),
                new Option.Date("to", "Last day of the vacation"),
                new Option.Choice("vacation", "End your vacation today", List.of("off"))),
            this::settings));
  }

  private Reply settings(Incoming.CommandCall call) {
    Arguments arguments = call.arguments();
    Learner learner = learners.of(call.origin());
    Optional<ZoneId> zone = arguments.text("zone").map(Zones::parse);
    ZoneId own = zone.or(learner::zone).orElseGet(() -> groups.of(call.origin()).zone());
    Optional<Days> vacation = vacation(arguments, own);
    zone.ifPresent(told -> learners.setZone(learner.id(), told));
    if (arguments.text("vacation").isPresent()) {
      learners.endVacations(learner.id());
    }
    vacation.ifPresent(days -> learners.addVacation(learner.id(), days.first(), days.last(), own));
    return new Reply.Say(show(learner.id(), zone.or(learner::zone), own));
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

  private Message show(long learner, Optional<ZoneId> told, ZoneId zone) {
    Instant now = clock.instant();
    List<Block.Field> fields = new ArrayList<>();
    fields.add(
        new Block.Field(
            "zone", Markup.of(told.map(ZoneId::getId).orElse(zone.getId() + " (the group's)"))));
    List<Vacation> ahead =
        learners.vacations(learner).stream().filter(v -> v.ends().isAfter(now)).toList();
    if (ahead.isEmpty()) {
      fields.add(new Block.Field("vacation", Markup.of("none planned")));
    }
    for (Vacation vacation : ahead) {
      fields.add(
          new Block.Field(
              "vacation",
              Markup.empty()
                  .time(vacation.starts(), zone)
                  .text(" to ")
                  .time(vacation.ends(), zone)));
    }
    return Message.of(new Block.Title(Markup.of("Your settings")), new Block.Fields(fields));
  }
}
