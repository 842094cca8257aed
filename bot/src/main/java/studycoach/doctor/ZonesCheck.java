package studycoach.doctor;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether Java knows the time zones, and those of the groups.
 *
 * @param zone what the environment says in {@code TZ}
 */
public record ZonesCheck(Optional<String> zone, Archive archive, RunningBot bot, Clock clock)
    implements Check {
  private static final int YEAR_DIGITS = 4;
  private static final int OLD = 2;

  @Override
  public String title() {
    return "time zones";
  }

  @Override
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(data(ZoneRulesProvider.getVersions("Europe/Berlin").lastKey()));
    zone.map(set -> set.replaceFirst("^:", ""))
        .filter(set -> !set.startsWith("/") && !GroupNeeds.isKnown(set))
        .ifPresent(
            set ->
                remarks.add(
                    Remark.warning(
                        "TZ is " + set + ", which Java does not know: it takes UTC instead",
                        "set one by its name, e.g. TZ=Europe/Berlin, or leave it out; groups have"
                            + " their own")));
    remarks.addAll(
        bot.ask(RunningBot.ZONES)
            .or(() -> archive.database().map(database -> new GroupNeeds(database).zones()))
            .orElse(List.of()));
    return remarks;
  }

  /**
   * @param version a year and a letter, e.g. {@code 2025b}
   */
  private Remark data(String version) {
    int year = Integer.parseInt(version.substring(0, YEAR_DIGITS));
    String seen = "Java " + Runtime.version().feature() + " has the time zones of " + version;
    return Year.now(clock.withZone(ZoneOffset.UTC)).getValue() - year >= OLD
        ? Remark.note(
            seen, "update Java: countries that have changed their clocks since are an hour off")
        : Remark.ok(seen);
  }
}
