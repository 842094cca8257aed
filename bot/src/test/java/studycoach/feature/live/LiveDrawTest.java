package studycoach.feature.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.study.board.Tallies;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/**
 * What a live quiz asks of a pack of twelve, half of it drawn ahead, and what that does to drops.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LiveDrawTest {
  private static final List<String> ALL =
      IntStream.rangeClosed(1, 12).mapToObj(i -> "a-" + i).toList();

  private final Path folder;
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;

  LiveDrawTest(TestDatabase kind, @TempDir Path folder) {
    this.folder = folder;
    this.world = new World(kind, "2026-03-27T10:00:00Z", pack().load());
    this.chat = world.chat();
    this.amira = chat.manager("amira");
    this.ben = chat.person("ben");
    amira.runs("setup exam:X-1 time:09:00 zone:UTC").sees("next drop");
  }

  private SmallPack pack() {
    return new SmallPack(folder).exam("X-1", ALL);
  }

  @AfterEach
  void close() {
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    world.close();
  }

  /** Two people play until nothing is left to ask; the ids of what was asked. */
  private List<String> play(int count) {
    int before = chat.texts().size();
    ben.runs("live start count:" + count + " seconds:10").sees("starts");
    ben.presses("Join");
    amira.presses("Join");
    ben.presses("Start now");
    List<String> asked = new ArrayList<>();
    while (!chat.lastText().startsWith("The live quiz is over")) {
      asked.addAll(SmallPack.asked(chat.lastText()));
      ben.presses(world.right(chat.lastText()).get(0)).sees("Noted");
      world.passes(Duration.ofSeconds(18));
    }
    assertThat(chat.texts().size() - before).isEqualTo(2 + 2 * asked.size());
    return asked;
  }

  /** The ids of what is drawn ahead, the next first. */
  private List<String> ahead() {
    String sql = "SELECT question_id FROM daily_plan ORDER BY place";
    return world.database().jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  /** The ids of what is not drawn ahead. */
  private List<String> free() {
    List<String> ahead = ahead();
    assertThat(ahead).hasSize(6);
    return ALL.stream().filter(id -> !ahead.contains(id)).collect(Collectors.toList());
  }

  @Test
  void whatIsDrawnAheadOrOpenOrHeldIsNotAsked() {
    amira.runs("group post");
    String open = SmallPack.asked(chat.lastText()).get(0);
    world.passes(Duration.ofMinutes(1));
    List<String> rest = free();
    rest.remove(open);
    String held = rest.remove(0);
    world
        .database()
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO held_question (group_id, question_id, held_by, held_at)"
                        + " SELECT 1, ?, MIN(id), CURRENT_TIMESTAMP FROM learner",
                    held));
    String next = ahead().get(0);

    assertThat(play(20)).containsExactlyInAnyOrderElementsOf(rest);
    world.goesTo("2026-03-28T09:00:00Z");
    assertThat(chat.texts()).last().asString().contains("What is " + next + "?");
  }

  @Test
  void whatGivesAnotherAwayIsNotAskedWithIt() {
    List<String> free = free();
    world.serve(
        new SmallPack(folder)
            .enemies(free.get(0), free.get(1))
            .enemies(free.get(2), ahead().get(0))
            .exam("X-1", ALL)
            .load());

    assertThat(play(20))
        .hasSize(4)
        .satisfies(asked -> assertThat(asked.containsAll(free.subList(0, 2))).isFalse())
        .containsAll(free.subList(3, 6));
  }

  @Test
  void theLongestUnseenComesFirstAndALiveQuestionIsSeen() {
    List<String> first = play(4);
    List<String> second = play(3);

    assertThat(second.subList(0, 2)).doesNotContainAnyElementsOf(first);
    assertThat(second.get(2)).isEqualTo(first.get(0));
  }

  @Test
  void whatWasRightForFunGivesItsPointsInADrop() {
    List<String> asked = play(6);
    assertThat(asked).hasSize(6);
    ben.runs("leaderboard").sees("Nobody is on this board");
    while (!asked.containsAll(SmallPack.asked(question()))) {
      world.passes(Duration.ofDays(1));
    }

    ben.presses(world.right(question()).get(0)).sees("+10 points.");
    ben.runs("leaderboard").sees("1. you · 10 points · 100 % of 1");
    recount();
    ben.runs("leaderboard").sees("1. you · 10 points · 100 % of 1");
  }

  /** The latest of a drop. */
  private String question() {
    return chat.texts().stream()
        .filter(text -> text.startsWith("Question") || text.startsWith("Live question"))
        .reduce((earlier, later) -> later)
        .filter(text -> text.startsWith("Question"))
        .orElse("What is nothing-1?");
  }

  /** As after accounts were linked. */
  private void recount() {
    Tallies tallies = new Tallies(world.database().jdbi());
    List<Long> all =
        world
            .database()
            .jdbi()
            .withHandle(h -> h.createQuery("SELECT id FROM learner").mapTo(Long.class).list());
    tallies.forget(all);
    tallies.recount(all);
  }

  @Test
  void aPressAfterTheEndIsTooLate() {
    ben.runs("live start seconds:10");
    ben.presses("Join");
    amira.presses("Join");
    ben.presses("Start now");
    Person.Stale late = amira.remembers("A");
    ben.presses("A").sees("Noted: A");
    world.passes(Duration.ofSeconds(10));

    late.press().sees("time for this question is up");
    world.passes(Duration.ofSeconds(8));
    late.press().sees("time for this question is up");
    assertThat(chat.lastText()).contains("0 have answered");
  }
}
