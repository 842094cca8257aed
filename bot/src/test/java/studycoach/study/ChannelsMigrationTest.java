package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.store.Database;
import studycoach.testing.TestDatabase;

/** Channels of an earlier release get a number each. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChannelsMigrationTest {
  private static final String BEFORE = "20261121.1507";

  private final TestDatabase.Address address;

  ChannelsMigrationTest(TestDatabase kind) {
    address = kind.empty();
  }

  @Test
  void channelsOfAnEarlierReleaseStayInTheirGroups() {
    Flyway.configure()
        .dataSource(address.url(), address.user(), "")
        .locations("classpath:studycoach")
        .target(BEFORE)
        .load()
        .migrate();
    Jdbi.create(address.url(), address.user(), "").useHandle(ChannelsMigrationTest::write);

    try (Database database = Database.at(address.url(), address.user(), "")) {
      GroupChannels channels = new GroupChannels(database.jdbi());
      List<GroupChannel> kept =
          Stream.of("a", "b").map(id -> channels.at(ref(id)).orElseThrow()).toList();
      assertThat(kept).extracting(GroupChannel::group).containsExactly(1L, 2L);
      assertThat(kept).extracting(GroupChannel::id).doesNotHaveDuplicates();
      assertThat(channels.find(kept.get(1).id())).contains(kept.get(1));
      long added = channels.bind(ref("c"), 2, Optional.empty()).orElseThrow();
      assertThat(kept).extracting(GroupChannel::id).doesNotContain(added);
    }
  }

  private static ChannelRef ref(String id) {
    return new ChannelRef("p", "w", id);
  }

  private static void write(Handle handle) {
    for (int group = 1; group <= 2; group++) {
      handle.execute(
          "INSERT INTO study_group (exam, zone, drop_time, weekdays, questions, sealed, paused,"
              + " skip_next, next_drop_at, next_drop_day, created_at) VALUES ('X-1', 'UTC',"
              + " '09:00', '1', 1, FALSE, FALSE, FALSE, CURRENT_TIMESTAMP, CURRENT_DATE,"
              + " CURRENT_TIMESTAMP)");
    }
    handle.execute(
        "INSERT INTO group_channel (platform, workspace, channel_id, group_id)"
            + " VALUES ('p', 'w', 'a', 1), ('p', 'w', 'b', 2)");
  }
}
