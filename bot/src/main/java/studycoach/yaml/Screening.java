package studycoach.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Looks at a file's stream of events before anything is built from it, and refuses what our files
 * never need: aliases (which can multiply), tags (which swallow text that starts with an
 * exclamation mark), deep nesting, a second document, and values by the hundred thousand.
 */
final class Screening {
  /** Packs need 7 levels, the configuration less. */
  static final int DEEPEST = 20;

  /** Three times what 2 MiB of questions have; each value costs about 250 bytes of memory. */
  static final int MOST_EVENTS = 200_000;

  private final Problems problems;
  private int depth;
  private int documents;
  private int count;

  Screening(Problems problems) {
    this.problems = problems;
  }

  /** Whether the whole stream may be used; if not, the problem that stopped it was added. */
  boolean passes(Iterable<Event> events) {
    for (Event event : events) {
      String fault = fault(event);
      if (!fault.isEmpty()) {
        problems.add(line(event.getStartMark()), "", fault);
        return false;
      }
    }
    return true;
  }

  private String fault(Event event) {
    if (++count > MOST_EVENTS) {
      return "holds more than " + MOST_EVENTS + " values";
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
      return "is nested more than " + DEEPEST + " levels deep";
    } else if (event instanceof DocumentStartEvent && ++documents > 1) {
      return "holds a second YAML document; only one is read";
    } else if (event instanceof AliasEvent) {
      return "uses a YAML alias (*name); write the value out";
    } else if (tagged(event)) {
      return "uses a YAML tag (!name); put text that starts with ! in quotes";
    }
    return "";
  }

  private static boolean tagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
        || (event instanceof CollectionStartEvent start && start.getTag() != null);
  }

  /** From 1. */
  static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
