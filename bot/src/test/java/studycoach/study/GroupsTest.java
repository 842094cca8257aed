package studycoach.study;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.store.Database;
import studycoach.study.board.Tallies;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class GroupsTest {
  private static final ChannelRef HERE = new ChannelRef("fake", "w", "general");
  private static final ChannelRef ELSEWHERE = new ChannelRef("fake", "w", "other");

  private final Database database;
  private final Groups groups;
  private final Group group;
  private final Learners learners;

  GroupsTest(TestDatabase kind) {
    MutableClock clock = new MutableClock("2026-03-27T07:00:00Z");
    database = kind.open();
    learners = new Learners(database.jdbi(), clock);
    groups = new Groups(database.jdbi(), learners, new Tallies(database.jdbi()), clock);
    Timetable timetable =
        new Timetable(ZoneOffset.UTC, LocalTime.of(9, 0), EnumSet.allOf(DayOfWeek.class));
    GroupSettings settings =
        new GroupSettings(
            "X-1",
            timetable,
            1,
            false,
            Optional.empty(),
            DayOfWeek.MONDAY,
            Optional.empty(),
            false);
    group =
        groups
            .create(settings, HERE, learners.of(origin("amira", Optional.empty(), false)).id())
            .orElseThrow();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Origin origin(String name, Optional<ChannelRef> channel, boolean manager) {
    return new Origin(new UserRef("fake", "w", name), name, channel, manager);
  }

  private void passes(Origin origin) {
    assertThatCode(() -> groups.organisers().require(origin, group)).doesNotThrowAnyException();
  }

  private void isRefused(Origin origin) {
    assertThatThrownBy(() -> groups.organisers().require(origin, group))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Only organisers of this group may do that.");
  }

  @Test
  void anOrganiserMayActFromAnywhere() {
    passes(origin("amira", Optional.of(HERE), false));
    passes(origin("amira", Optional.of(ELSEWHERE), false));
    passes(origin("amira", Optional.empty(), false));
  }

  @Test
  void aManagerMayActInTheGroupsChannelOnly() {
    passes(origin("zoe", Optional.of(HERE), true));
    isRefused(origin("zoe", Optional.of(ELSEWHERE), true));
    isRefused(origin("zoe", Optional.empty(), true));
  }

  @Test
  void aMemberMayNotNorWhoIsNoOrganiserAnyMore() {
    isRefused(origin("ben", Optional.of(HERE), false));
    groups
        .organisers()
        .remove(group.id(), learners.of(origin("amira", Optional.empty(), false)).id());
    isRefused(origin("amira", Optional.empty(), false));
  }
}
