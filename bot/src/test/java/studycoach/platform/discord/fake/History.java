package studycoach.platform.discord.fake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pages of a channel's messages. */
record History(List<FakeMessage> messages) {
  static final Comparator<FakeMessage> OLDEST_FIRST = Comparator.comparingLong(History::id);

  List<FakeMessage> page(Request request, int limit) {
    Map<String, String> query = request.query();
    if (query.containsKey("around")) {
      long around = Long.parseLong(query.getOrDefault("around", "0"));
      return Stream.concat(
              newest(around + 1, limit / 2 + 1).stream(), oldest(around, limit / 2).stream())
          .limit(limit)
          .toList();
    }
    if (query.containsKey("after")) {
      return oldest(Long.parseLong(query.getOrDefault("after", "0")), limit);
    }
    String before = query.getOrDefault("before", Long.toString(Long.MAX_VALUE));
    return newest(Long.parseLong(before), limit);
  }

  private List<FakeMessage> newest(long before, int limit) {
    return messages.stream()
        .filter(message -> id(message) < before)
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  private List<FakeMessage> oldest(long after, int limit) {
    return messages.stream()
        .filter(message -> id(message) > after)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static long id(FakeMessage message) {
    return Long.parseLong(message.id());
  }
}
