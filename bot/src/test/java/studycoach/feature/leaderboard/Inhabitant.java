package studycoach.feature.leaderboard;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * How one of a group's people lives through the year.
 *
 * @param joins their first day
 * @param skill how often they are right, 0 to 1
 * @param zeal how often they answer when they look, 0 to 1
 * @param out when they have left the group
 * @param vacation when they have told the bot that they are away
 * @param hidden when they are off the board
 */
record Inhabitant(
    String name,
    LocalDate joins,
    double skill,
    double zeal,
    Optional<Days> out,
    Optional<Days> vacation,
    Optional<Days> hidden) {

  /** From one day to another, both included. */
  record Days(LocalDate first, LocalDate last) {

    boolean hold(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** Every second one is there from the start; every few leave, go away or hide for some time. */
  static Inhabitant of(int number, LocalDate start, Random random) {
    LocalDate joins = number % 2 == 0 ? start : start.plusDays(random.nextInt(300));
    return new Inhabitant(
        String.format(Locale.ROOT, "p%02d", number),
        joins,
        0.3 + 0.65 * random.nextDouble(),
        0.05 + 0.35 * random.nextDouble(),
        sometimes(number % 5 == 0, number % 15 == 0 ? 900 : 40, joins, random),
        sometimes(number % 4 == 1, 14, joins, random),
        sometimes(number % 6 == 2, 90, joins, random));
  }

  private static Optional<Days> sometimes(boolean does, int length, LocalDate from, Random random) {
    LocalDate first = from.plusDays(20 + random.nextInt(250));
    return Optional.of(new Days(first, first.plusDays(length))).filter(days -> does);
  }

  boolean isThere(LocalDate day) {
    return !day.isBefore(joins)
        && out.filter(days -> days.hold(day)).isEmpty()
        && vacation.filter(days -> days.hold(day)).isEmpty();
  }
}
