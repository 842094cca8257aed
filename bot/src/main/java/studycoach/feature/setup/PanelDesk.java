package studycoach.feature.setup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Incoming;
import studycoach.chat.ModalField;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Season;
import studycoach.study.board.Seasons;

/** What the panel's controls do, for whoever may still change the group when they use one. */
final class PanelDesk {
  private static final String QUESTIONS = "questions";
  private static final String THREAD = "thread";

  private final Groups groups;
  private final Learners learners;
  private final Seasons seasons;
  private final GroupKeeper keeper;
  private final GroupViews views;
  private final Panel panel;

  PanelDesk(
      Groups groups,
      Learners learners,
      Seasons seasons,
      GroupKeeper keeper,
      GroupViews views,
      Panel panel) {
    this.groups = groups;
    this.learners = learners;
    this.seasons = seasons;
    this.keeper = keeper;
    this.views = views;
    this.panel = panel;
  }

  List<OnClick> clicks() {
    return List.of(
        new OnClick("open", Response.PRIVATE, this::open),
        new OnClick("start", Response.UPDATE, this::start),
        new OnClick("set", Response.UPDATE, this::set),
        new OnClick("form", Response.MODAL, click -> new Reply.Open(Panel.form(click.action()))),
        new OnClick("ask", Response.UPDATE, this::ask),
        new OnClick("season", Response.UPDATE, this::season),
        new OnClick("panel", Response.UPDATE, this::back));
  }

  List<OnModal> modals() {
    return List.of(new OnModal("form", Response.UPDATE, this::fill));
  }

  private Reply open(Incoming.Click click) {
    if (!groups.organisers().isOrganiser(click.origin())) {
      throw Permission.refusal();
    }
    return open(click.origin());
  }

  /** The settings of the channel's group, or how to start one. */
  Reply open(Origin origin) {
    return new Reply.Say(
        groups
            .in(channel(origin))
            .map(there -> panel.show(there, views.statusNote(there)))
            .orElseGet(panel::start));
  }

  /**
   * Where somebody sets up a group.
   *
   * @throws UserError if they are in a direct message
   */
  static ChannelRef channel(Origin origin) {
    return origin
        .channel()
        .orElseThrow(() -> new UserError("Please set up a group in its channel."));
  }

  private Reply start(Incoming.Click click) {
    ChannelRef channel = channel(click.origin());
    Optional<Group> there = groups.in(channel);
    if (there.isPresent()) {
      groups.organisers().require(click.origin(), there.get());
      return update(there.get(), "Somebody has set up this channel meanwhile.");
    }
    if (!groups.organisers().isOrganiser(click.origin())) {
      throw Permission.refusal();
    }
    Arguments exam = new Arguments(Map.of("exam", value(click)));
    Group started = keeper.start(exam, channel, learners.of(click.origin()));
    String note = views.statusNote(started).map(known -> " " + known).orElse("");
    return update(started, "The group has started." + note);
  }

  private Reply set(Incoming.Click click) {
    return change(click.origin(), click.action(), Map.of(click.action().key(1), value(click)));
  }

  /** What was chosen, or what the button holds. */
  private static Object value(Incoming.Click click) {
    if (click.action().keys().contains(THREAD)) {
      return Boolean.valueOf(click.action().key(2));
    }
    String chosen =
        click.values().isEmpty() ? click.action().key(2) : String.join(",", click.values());
    return click.action().keys().contains(QUESTIONS) ? questions(chosen) : chosen;
  }

  private static Object questions(String chosen) {
    return IntStream.rangeClosed(1, GroupSettings.MOST_QUESTIONS)
        .boxed()
        .filter(number -> chosen.equals(number.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "Please choose from 1 to " + GroupSettings.MOST_QUESTIONS + " questions."));
  }

  /** What was left as it stood is not wished: somebody else may have changed it meanwhile. */
  private Reply.Answer fill(Incoming.ModalSubmit form) {
    Map<String, Object> given = new HashMap<>();
    for (ModalField field : Panel.form(form.action()).fields()) {
      String written = form.values().getOrDefault(field.key(), field.initial());
      if (!written.equals(field.initial())) {
        given.put(field.key(), written);
      }
    }
    return change(form.origin(), form.action(), given);
  }

  private Reply.Answer change(Origin origin, ActionId action, Map<String, Object> given) {
    GroupKeeper.Changed changed =
        keeper.change(group(origin, action).id(), origin, new Arguments(given));
    return update(changed.group(), views.told(changed));
  }

  private Reply ask(Incoming.Click click) {
    Group group = group(click.origin(), click.action());
    Season current = seasons.current(group.id());
    boolean planned =
        seasons.of(group.id()).stream().anyMatch(season -> season.number() > current.number());
    return new Reply.Update(panel.askForSeason(group, current, planned));
  }

  private Reply season(Incoming.Click click) {
    Group group = group(click.origin(), click.action());
    if (seasons.current(group.id()).number() != click.action().number(1)) {
      return update(group, "A new season has begun already.");
    }
    return change(click.origin(), click.action(), Map.of("season", SeasonWish.RESET));
  }

  private Reply back(Incoming.Click click) {
    return update(group(click.origin(), click.action()), "Nothing was changed.");
  }

  /**
   * The group whose panel was used.
   *
   * @throws UserError if this person may not change it, or no longer
   */
  private Group group(Origin origin, ActionId action) {
    Group group = groups.ofControl(action.number(0));
    groups.organisers().require(origin, group);
    return group;
  }

  private Reply.Answer update(Group group, String done) {
    return new Reply.Update(panel.show(group, Optional.of(done)));
  }
}
