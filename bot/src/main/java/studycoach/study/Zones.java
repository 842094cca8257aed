package studycoach.study;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import studycoach.chat.Suggestions;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;

/** Time zones as people write them. */
public final class Zones {
  private static final List<String> KNOWN = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  /** The zones that people live in. */
  public static final Suggestions SUGGESTIONS =
      origin -> KNOWN.stream().filter(zone -> zone.contains("/")).toList();

  private Zones() {}

  /**
   * Reads a zone of the IANA time zone database, in any letter case.
   *
   * @throws UserError that names the nearest one if there is no such zone
   */
  public static ZoneId parse(String typed) {
    String wanted = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .map(ZoneId::of)
        .orElseThrow(() -> unknown(typed));
  }

  private static UserError unknown(String typed) {
    return new UserError(
        "I don't know that time zone."
            + Nearest.of(typed, KNOWN).map(zone -> " Did you mean " + zone + "?").orElse("")
            + " Zones are named like Europe/Berlin or America/New_York.");
  }
}
