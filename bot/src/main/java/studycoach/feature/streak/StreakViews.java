package studycoach.feature.streak;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.study.Streak;
import studycoach.study.StreakDay;

/** A streak as a message. */
final class StreakViews {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private StreakViews() {}

  /**
   * @param zone in which the days are named
   * @param drops how many of the latest drops are explained
   */
  static Message streak(Streak streak, ZoneId zone, int drops) {
    if (streak.answered() == 0) {
      return Message.of(
          "You have no streak yet: it counts the drops that you answer in a row, right or wrong.");
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your streak: " + count(streak.current(), "drop"))));
    blocks.add(new Block.Text(summary(streak)));
    List<StreakDay> days = streak.days();
    List<StreakDay> latest = days.subList(Math.max(0, days.size() - drops), days.size());
    if (latest.size() < days.size()) {
      blocks.add(
          new Block.Text(
              Markup.of(count(days.size() - latest.size(), "earlier drop") + " not shown")));
    }
    blocks.add(
        new Block.Fields(
            latest.stream()
                .map(
                    day ->
                        new Block.Field(
                            DAY.format(day.drop().openedAt().atZone(zone)),
                            Markup.of(explained(day))))
                .toList()));
    return new Message(blocks);
  }

  private static Markup summary(Streak streak) {
    return Markup.of(
        "Longest: "
            + count(streak.longest(), "drop")
            + " · answered: "
            + streak.answered()
            + " · freezes kept: "
            + streak.freezes()
            + " (the next after "
            + count(streak.answersToNextFreeze(), "more answered drop")
            + ")");
  }

  private static String explained(StreakDay day) {
    return switch (day.verdict()) {
      case COUNTED ->
          "answered → " + day.streakAfter() + (day.earnedFreeze() ? ", a freeze earned" : "");
      case FROZEN -> "missed, a freeze kept your " + day.streakAfter();
      case BROKEN -> "missed, the streak ended";
      case MISSED_AT_ZERO -> "missed";
      case OPEN -> "open, still to be answered";
      case OUR_FAULT -> "not posted in time, my fault: does not count";
      case AWAY -> "you were on vacation: does not count";
      case EXTRA_MISSED -> "an extra one, not answered: does not count";
      case BEFORE_JOINING -> "before you joined";
    };
  }

  private static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
