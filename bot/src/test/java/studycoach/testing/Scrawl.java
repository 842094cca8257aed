package studycoach.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studycoach.chat.ActionId;
import studycoach.chat.Command;
import studycoach.chat.Control;
import studycoach.chat.Option;

/** What a careless or wicked hand types, presses and chooses. */
final class Scrawl {
  private static final int LONG = 50_000;
  private static final List<String> BLANKS =
      List.of(" ", "  ", "\t", Character.toString('\n'), "\u00a0", "\u2003", ":", "");

  /** What stands where a value should. */
  private static final List<String> JUNK =
      List.of(
          "",
          "-1",
          "0",
          "1",
          "٣",
          "99999999999999999999",
          "1e9",
          "2026-02-30",
          "-999999999-01-01",
          "+999999999-12-31",
          "24:00",
          "9:99",
          "25:61am",
          "mon-",
          "-fri",
          "mon,,mon",
          "daily,mon",
          "Europe/",
          "../../etc",
          "UTC+99",
          "Z",
          "2026-01-01..2025-01-01",
          "..",
          "0h",
          "9999999h",
          "7d",
          "fri",
          "fri 99:99",
          "@ben",
          "@everyone",
          "<@1>",
          "@",
          "null",
          "\"",
          "“",
          "\\\"",
          "\"a b\"",
          "x:y:z",
          "'; DROP TABLE learner; --",
          "%s%n%d",
          "{}",
          "${jndi:x}",
          "\ud83d",
          "\ude00\ud83d",
          "\u0000",
          "\u0007\u001b[31m",
          "\u202e",
          "😀",
          "e\u0301",
          "ﷺ",
          "*_`~|>",
          "A",
          "B",
          "😀".repeat(700),
          "x".repeat(1_990),
          "\u0300".repeat(500));

  private Scrawl() {}

  static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  static String word(Random random) {
    return any(JUNK, random);
  }

  /** A line that begins as a command does, with or without sense. */
  static String line(List<Command> commands, Random random) {
    Command command = any(commands, random);
    StringBuilder line = new StringBuilder(command.name());
    for (int word = random.nextInt(6); word > 0; word--) {
      line.append(any(BLANKS, random));
      if (random.nextBoolean() && !command.options().isEmpty()) {
        Option option = any(command.options(), random);
        line.append(option.name()).append(random.nextInt(5) == 0 ? " " : ":");
      }
      line.append(any(JUNK, random));
    }
    return random.nextInt(50) == 0 ? line.toString().repeat(LONG / line.length()) : line.toString();
  }

  /** A control that may never have stood anywhere. */
  static ActionId changed(ActionId id, Random random) {
    List<String> keys = new ArrayList<>(id.keys());
    for (int change = random.nextInt(3); change > 0; change--) {
      int at = keys.isEmpty() ? 0 : random.nextInt(keys.size());
      switch (random.nextInt(4)) {
        case 0 -> keys.add(at, junkKey(random));
        case 1 -> keys.subList(at, Math.min(keys.size(), at + 1)).clear();
        default -> {
          if (!keys.isEmpty()) {
            keys.set(at, junkKey(random));
          }
        }
      }
    }
    try {
      return new ActionId(id.feature(), id.verb(), keys);
    } catch (IllegalArgumentException tooLong) {
      return id;
    }
  }

  private static String junkKey(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Long.toString(Long.MIN_VALUE);
      case 1 -> Long.toString(Long.MAX_VALUE);
      case 2 -> Integer.toString(random.nextInt(12) - 2);
      case 3 -> Integer.toString(random.nextInt());
      case 4 -> "4294967297";
      case 5 -> Long.toString(random.nextInt(60), Character.MAX_RADIX);
      default -> any(JUNK.stream().filter(junk -> junk.length() < 20).toList(), random);
    };
  }

  /** What was offered, and what was not. */
  static List<String> values(Control control, Random random) {
    List<String> offered =
        control instanceof Control.Select select
            ? select.choices().stream().map(Control.SelectOption::value).toList()
            : List.of();
    return IntStream.range(0, random.nextInt(8) == 0 ? 300 : random.nextInt(4))
        .mapToObj(
            i ->
                offered.isEmpty() || random.nextBoolean()
                    ? any(JUNK, random)
                    : any(offered, random))
        .toList();
  }
}
