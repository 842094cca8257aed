package studycoach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Finding;
import studycoach.control.Report;

/** What keeps the bot from working on one platform. */
public record Doctor(Bot bot, ChatAdapter adapter) implements Supplier<Report> {
  private static final String NAME = "doctor-";

  /** By which a running bot is asked for it. */
  public static String nameFor(String platform) {
    return NAME + platform;
  }

  @Override
  public Report get() {
    List<Finding> findings = bot.examine(adapter);
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add((finding.good() ? "ok    " : "WRONG ") + finding.seen());
      if (!finding.advice().isEmpty()) {
        lines.add("      " + finding.advice());
      }
    }
    return new Report(lines, findings.stream().allMatch(Finding::good));
  }
}
