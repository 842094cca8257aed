package studycoach.feature.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.markup.Markup;
import studycoach.study.Learner;
import studycoach.study.QuietHours;
import studycoach.study.ReminderChoice;
import studycoach.study.Reminders;
import studycoach.study.Vacation;

/** A learner's settings as a message, with something to press for each. */
final class SettingsViews {
  static final List<String> ON_OFF = List.of("on", "off");
  static final List<String> SHOWS =
      Stream.of(Learner.Shows.values()).map(SettingsViews::word).toList();
  private static final int LONGEST_ZONE = 60;
  private static final int LONGEST_HOURS = 15;

  private SettingsViews() {}

  /**
   * The settings.
   *
   * @param choice of the account that asks
   * @param group the zone of the group that the learner speaks from, if there is one
   * @param ahead vacations that are not over
   */
  static Message show(
      Learner learner,
      ReminderChoice choice,
      Optional<ZoneId> group,
      List<Vacation> ahead,
      Optional<String> done) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your settings")));
    done.map(Markup::of).map(Block.Text::new).ifPresent(blocks::add);
    List<Block.Field> fields = new ArrayList<>();
    fields.add(field("zone", zone(learner, group)));
    ZoneId zone = learner.zone().or(() -> group).orElse(SettingsFeature.USUAL_ZONE);
    ahead.forEach(vacation -> fields.add(field("vacation", days(vacation, zone))));
    if (ahead.isEmpty()) {
      fields.add(field("vacation", Markup.of("none planned")));
    }
    fields.add(field("board", Markup.of(board(learner))));
    fields.add(field("show", Markup.of(shows(learner))));
    fields.add(field("confidence", Markup.of(confidence(learner))));
    fields.add(field("reminders", Markup.of(reminders(choice.reminders()))));
    fields.add(field("quiet", Markup.of(quiet(choice))));
    blocks.add(new Block.Fields(fields));
    blocks.add(select("Board", "board", onOff(learner.onBoard()), ON_OFF));
    blocks.add(select("Show", "show", word(learner.shows()), SHOWS));
    blocks.add(select("Confidence", "confidence", onOff(learner.confidence()), ON_OFF));
    blocks.add(select("Reminders", "reminders", choice.reminders().word(), Reminders.words()));
    blocks.add(new Block.Controls(List.of(zoneButton(learner), quietButton(choice))));
    return new Message(blocks);
  }

  private static Block.Field field(String name, Markup value) {
    return new Block.Field(name, value);
  }

  private static Markup zone(Learner learner, Optional<ZoneId> group) {
    return Markup.of(
        learner
            .zone()
            .map(ZoneId::getId)
            .or(() -> group.map(zone -> zone.getId() + " (the group's)"))
            .orElse("not set, so " + SettingsFeature.USUAL_ZONE));
  }

  private static Markup days(Vacation vacation, ZoneId zone) {
    return Markup.empty().time(vacation.starts(), zone).text(" to ").time(vacation.ends(), zone);
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private static String confidence(Learner learner) {
    return learner.confidence()
        ? "on: quiz and review ask how sure you are before you answer"
        : "off: quiz and review do not ask how sure you are";
  }

  private static String board(Learner learner) {
    return learner.onBoard()
        ? "on: your name may stand on boards and reveals"
        : "off: you see your own place, others never see your name";
  }

  private static String shows(Learner learner) {
    return word(learner.shows())
        + switch (learner.shows()) {
          case NOTHING -> ": others who ask for your progress see nothing";
          case STREAK -> ": others who ask for your progress see your streak";
          case PROGRESS ->
              ": others who ask for your progress see your streak and how you do in each domain";
        };
  }

  private static String reminders(Reminders reminders) {
    return reminders.word()
        + switch (reminders) {
          case OFF -> ": no direct message reminds you of anything";
          case STREAK -> ": a direct message to this account before your streak ends";
          case REVIEW -> ": a direct message to this account when questions are due for review";
          case WEEKLY -> ": a direct message to this account on Sunday, how your week went";
          case ALL ->
              ": direct messages to this account before your streak ends, when questions are due"
                  + " for review, and on Sunday how your week went";
        };
  }

  private static String quiet(ReminderChoice choice) {
    return choice
        .quiet()
        .map(hours -> hours.words() + ": no reminder comes then")
        .orElse("off: reminders may come at any hour");
  }

  private static String word(Learner.Shows shows) {
    return shows.name().toLowerCase(Locale.ROOT);
  }

  private static Block select(String name, String verb, String now, List<String> words) {
    return controls(
        new Control.Select(
            name + ": " + now,
            ActionId.of("settings", verb),
            words.stream().map(word -> new Control.SelectOption(word, word)).toList(),
            1,
            1));
  }

  private static Control zoneButton(Learner learner) {
    return new Control.Button(
        "Time zone", ActionId.of("settings", "zone", learner.zone().map(ZoneId::getId).orElse("")));
  }

  private static Control quietButton(ReminderChoice choice) {
    return new Control.Button("Quiet hours", ActionId.of("settings", "quiet", hours(choice)));
  }

  private static String hours(ReminderChoice choice) {
    return choice.quiet().map(QuietHours::words).orElse(QuietHours.NONE);
  }

  private static Block controls(Control control) {
    return new Block.Controls(List.of(control));
  }

  /** Asks for a zone; the action holds the present one. */
  static Modal zoneForm(ActionId action) {
    return new Modal(
        action,
        "Time zone",
        List.of(
            new ModalField(
                "zone",
                "Your time zone, e.g. Europe/Berlin",
                action.key(0),
                true,
                false,
                LONGEST_ZONE)));
  }

  /** Asks for quiet hours; the action holds the present ones. */
  static Modal quietForm(ActionId action) {
    return new Modal(
        action,
        "Quiet hours",
        List.of(
            new ModalField(
                "quiet",
                "When no reminder comes, e.g. 22-7, or off",
                action.key(0),
                true,
                false,
                LONGEST_HOURS)));
  }
}
