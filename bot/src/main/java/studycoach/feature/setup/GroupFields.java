package studycoach.feature.setup;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.markup.Markup;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Season;
import studycoach.study.board.Seasons;

/** The settings of a group as short facts, by the names of their options. */
final class GroupFields {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final String NEXT = "next drop";

  private final Groups groups;
  private final Learners learners;
  private final Seasons seasons;

  GroupFields(Groups groups, Learners learners, Seasons seasons) {
    this.groups = groups;
    this.learners = learners;
    this.seasons = seasons;
  }

  List<Block.Field> of(Group group) {
    GroupSettings settings = group.settings();
    return List.of(
        field("exam", settings.exam()),
        new Block.Field("channels", names(groups.channels().of(group.id()).stream())),
        field("time", Wishes.show(settings.timetable().time())),
        field("zone", settings.timetable().zone().getId()),
        field("days", Weekdays.show(settings.timetable().days())),
        field("questions", String.valueOf(settings.questions())),
        field("feedback", settings.sealed() ? "sealed" : "instant"),
        field("reveal", Wishes.show(settings.revealAfter())),
        field("board", settings.board().map(Wishes::show).orElse("off")),
        field("week", Weekdays.show(settings.week())),
        field("season", season(group)),
        field("thread", settings.threads() ? "on" : "off"),
        new Block.Field("mention", mention(group)),
        field("organisers", organisers(group)),
        new Block.Field(NEXT, next(group)));
  }

  /** What differs, in a sentence; empty if nothing does. */
  static Optional<String> changes(List<Block.Field> before, List<Block.Field> after) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      String old = before.get(i).value().plain();
      String now = after.get(i).value().plain();
      String name = after.get(i).name();
      if (!now.equals(old) && !name.equals(NEXT)) {
        changes.add(name + " " + old + " → " + now);
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of("Changed: " + String.join(", ", changes) + ".");
  }

  private static Block.Field field(String name, String value) {
    return new Block.Field(name, Markup.of(value));
  }

  /** The one that runs, and what is planned. */
  private String season(Group group) {
    int current = seasons.current(group.id()).number();
    return seasons.of(group.id()).stream()
        .filter(season -> season.number() >= current)
        .map(season -> show(season, group.zone()))
        .collect(Collectors.joining("; "));
  }

  private static String show(Season season, ZoneId zone) {
    String from = DAY.format(season.starts().atZone(zone));
    return season.number()
        + season
            .ends()
            .map(end -> ": " + from + " to " + DAY.format(end.minusNanos(1).atZone(zone)))
            .orElse(", since " + from);
  }

  /** Channels with their platforms, one after the other. */
  static Markup names(Stream<ChannelRef> channels) {
    return channels
        .map(GroupFields::name)
        .reduce((one, other) -> one.text(", ").and(other))
        .orElse(Markup.of("none"));
  }

  /** A channel with its platform, e.g. {@code Discord #general}. */
  static Markup name(ChannelRef channel) {
    String platform = channel.platform();
    return Markup.of(platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1))
        .text(" ")
        .and(channel.span());
  }

  private Markup mention(Group group) {
    return groups.channels().of(group.id()).stream()
        .flatMap(channel -> groups.mentions().of(channel).stream())
        .map(role -> Markup.empty().and(role.span()))
        .reduce((one, other) -> one.text(", ").and(other))
        .orElse(Markup.of("nobody"));
  }

  private String organisers(Group group) {
    return groups.organisers().of(group.id()).stream()
        .map(learner -> learners.account(learner).name())
        .collect(Collectors.joining(", "));
  }

  private static Markup next(Group group) {
    if (group.paused()) {
      return Markup.of("paused");
    }
    Markup lead = group.skipNext() ? Markup.of("left out: ") : Markup.empty();
    return lead.time(group.next().at(), group.zone());
  }
}
