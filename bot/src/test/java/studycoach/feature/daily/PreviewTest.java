package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PreviewTest {
  private static final List<String> QUESTIONS =
      List.of("a-1", "a-2", "a-3", "a-4", "a-5", "b-1", "b-2", "b-3", "b-4", "b-5");
  private static final List<String> OTHERS = List.of("a-11", "a-12", "c-11", "c-12", "c-13");

  private final TestDatabase kind;
  private @TempDir Path folder;
  private SmallPack pack;
  private World world;
  private FakePlatform chat;
  private Person amira;

  PreviewTest(TestDatabase kind) {
    this.kind = kind;
  }

  /** An hour before the drop of three questions. */
  @BeforeEach
  void open() {
    pack = new SmallPack(folder).exam("X-1", QUESTIONS).exam("Y-1", OTHERS);
    world = new World(kind, "2026-03-27T07:00:00Z", pack.load());
    chat = world.chat();
    amira = chat.manager("amira");
    amira.runs("setup exam:X-1 time:08:00 zone:UTC questions:3").sees("next drop");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> preview() {
    return SmallPack.asked(amira.runs("group preview").last());
  }

  private List<String> posted() {
    return chat.texts().stream()
        .filter(text -> text.startsWith("Question") || text.startsWith("Extra"))
        .flatMap(text -> SmallPack.asked(text).stream())
        .toList();
  }

  /** What is posted from now on until this time has gone by. */
  private List<String> postedIn(Duration time) {
    int before = posted().size();
    world.passes(time);
    return posted().subList(before, posted().size());
  }

  private List<String> nextDrop() {
    return postedIn(Duration.ofDays(1));
  }

  private void holds(String question) {
    amira.runs("report").fills(Map.of("wrong", "All of it.", "question", question));
    amira.pressesWhere(question, "Hold the question").sees("Held");
  }

  private void releases(String question) {
    amira.pressesWhere(question, "Release").sees("Released");
  }

  private Map<String, Double> credits() {
    return new DailyDao(world.database().jdbi()).quota(1).credits();
  }

  @Test
  void thePreviewIsWhatComes() {
    List<String> preview = preview();

    assertThat(preview).hasSize(3).doesNotHaveDuplicates();
    assertThat(nextDrop()).isEqualTo(preview);
    assertThat(preview()).doesNotContainAnyElementsOf(preview);
  }

  @Test
  void twoPreviewsAreTheSameAndDrawOnce() {
    String first = amira.runs("group preview").last();
    Map<String, Double> credits = credits();

    assertThat(amira.runs("group preview").last()).isEqualTo(first);
    assertThat(credits()).isEqualTo(credits);
  }

  @Test
  void nothingInItTellsTheKeyAndNobodyElseSeesIt() {
    String preview = amira.runs("group preview").last();

    assertThat(preview)
        .contains("It comes Fri 27 Mar 2026, 08:00", "keep it to yourself", "Domain a")
        .contains("• Alpha\n• Bravo\n• Charlie\n• Delta")
        .doesNotContain("Reason", "lesson", "✓", "[");
    assertThat(chat.seenBy("ben")).doesNotContain("What is");
    chat.person("ben").runs("group preview").sees("Only organisers of this group may do that.");
  }

  @Test
  void whatIsHeldAfterwardsIsReplacedByAnotherOfItsDomainWithoutAFurtherDraw() {
    List<String> first = preview();
    Map<String, Double> credits = credits();
    String held = first.get(0);
    holds(held);

    List<String> second = preview();

    assertThat(second).hasSize(3).doesNotContain(held).containsAll(first.subList(1, 3));
    assertThat(second.stream().map(SmallPack::domain))
        .containsExactlyInAnyOrderElementsOf(first.stream().map(SmallPack::domain).toList());
    assertThat(credits()).isEqualTo(credits);
    assertThat(nextDrop()).isEqualTo(second);
  }

  @Test
  void whatIsHeldAfterThePreviewDoesNotComeThoughNobodyLooksAgain() {
    List<String> preview = preview();
    holds(preview.get(1));

    assertThat(nextDrop())
        .hasSize(3)
        .doesNotContain(preview.get(1))
        .contains(preview.get(0), preview.get(2));
  }

  @Test
  void withoutAnotherOfItsDomainItWaitsForOneAndOthersAreDrawn() {
    QUESTIONS.stream().filter(id -> id.startsWith("a") && !id.equals("a-1")).forEach(this::holds);
    assertThat(preview()).contains("a-1");
    holds("a-1");
    assertThat(nextDrop()).hasSize(3).allMatch(id -> id.startsWith("b"));

    releases("a-2");

    assertThat(nextDrop()).hasSize(3).startsWith("a-2");
  }

  @Test
  void aHeldQuestionNeverComesAndComesOnceItIsReleased() {
    holds("a-1");
    assertThat(postedIn(Duration.ofDays(12))).hasSize(36).doesNotContain("a-1");

    releases("a-1");

    assertThat(postedIn(Duration.ofDays(4))).contains("a-1");
  }

  @Test
  void withEverythingHeldThereIsNothingAndThePlanWaits() {
    List<String> preview = preview();
    QUESTIONS.forEach(this::holds);
    amira.runs("group preview").sees("There are no questions for X-1");
    amira.runs("group post").sees("There are no questions for X-1");
    assertThat(nextDrop()).isEmpty();

    preview.forEach(this::releases);

    assertThat(nextDrop()).containsExactlyInAnyOrderElementsOf(preview);
  }

  @Test
  void aRestartKeepsIt() {
    List<String> preview = preview();
    world.isDownUntil("2026-03-27T07:30:00Z");
    assertThat(preview()).isEqualTo(preview);
    world.isDownUntil("2026-03-27T09:00:00Z");
    world.isDownUntil("2026-03-27T09:10:00Z");

    assertThat(posted()).isEqualTo(preview);
  }

  @Test
  void aMissedDropLeavesItForTheNextOne() {
    List<String> preview = preview();
    world.isDownUntil("2026-03-29T10:00:00Z");

    assertThat(posted()).isEqualTo(preview);
    assertThat(nextDrop()).doesNotContainAnyElementsOf(preview);
  }

  @Test
  void extraDropsInBetweenTakeOthers() {
    List<String> preview = preview();
    List<String> extra = postedAtOnce();

    assertThat(extra).hasSize(3).doesNotContainAnyElementsOf(preview);
    assertThat(preview()).isEqualTo(preview);
    assertThat(nextDrop()).isEqualTo(preview);
  }

  private List<String> postedAtOnce() {
    int before = posted().size();
    amira.runs("group post").sees("Posted");
    return posted().subList(before, posted().size());
  }

  @Test
  void extraDropsDoNotGiveItAway() {
    String kept = preview().get(0);
    QUESTIONS.stream().filter(id -> !id.equals(kept)).forEach(id -> pack.enemies(id, kept));
    world.serve(pack.exam("X-1", QUESTIONS).load());

    amira.runs("group post").sees("There are no questions for X-1");
  }

  @Test
  void whatGivesAnotherAwayAfterAnEditIsReplaced() {
    List<String> preview = preview();
    world.serve(pack.enemies(preview.get(0), preview.get(1)).exam("X-1", QUESTIONS).load());

    assertThat(nextDrop())
        .hasSize(3)
        .contains(preview.get(0), preview.get(2))
        .doesNotContain(preview.get(1));
  }

  @Test
  void whatAnEditTookOutIsReplacedByAnotherOfItsDomain() {
    List<String> preview = preview();
    String gone = preview.get(0);
    world.serve(
        pack.exam("X-1", QUESTIONS.stream().filter(id -> !id.equals(gone)).toList()).load());

    List<String> drop = nextDrop();

    assertThat(drop).hasSize(3).doesNotContain(gone).containsAll(preview.subList(1, 3));
    assertThat(drop.stream().map(SmallPack::domain))
        .containsExactlyInAnyOrderElementsOf(preview.stream().map(SmallPack::domain).toList());
  }

  @Test
  void aSkippedDropLeavesItForTheOneThatComes() {
    List<String> preview = preview();
    amira.runs("group skip").sees("left out");
    assertThat(amira.runs("group preview").sees("is left out").last()).contains(preview.get(0));

    assertThat(nextDrop()).isEmpty();
    assertThat(nextDrop()).isEqualTo(preview);
  }

  @Test
  void aPauseKeepsIt() {
    List<String> preview = preview();
    amira.runs("group pause");
    amira.runs("group preview").sees("It comes when the group goes on.");
    assertThat(nextDrop()).isEmpty();
    amira.runs("group resume");

    assertThat(nextDrop()).isEqualTo(preview);
  }

  @Test
  void aGroupThatWantsFewerGetsTheRestInTheDropAfter() {
    List<String> preview = preview();
    amira.runs("setup questions:2");

    assertThat(preview()).isEqualTo(preview.subList(0, 2));
    assertThat(nextDrop()).isEqualTo(preview.subList(0, 2));
    assertThat(nextDrop()).hasSize(2).contains(preview.get(2));
  }

  @Test
  void aGroupThatWantsMoreGetsMore() {
    List<String> preview = preview();
    amira.runs("setup questions:5");

    List<String> drop = nextDrop();

    assertThat(drop).hasSize(5).doesNotHaveDuplicates().startsWith(preview.toArray(String[]::new));
  }

  @Test
  void anotherExamHasNothingOfIt() {
    List<String> preview = preview();
    amira.runs("setup exam:Y-1");

    assertThat(preview()).hasSize(3).isSubsetOf(OTHERS);
    assertThat(nextDrop()).hasSize(3).isSubsetOf(OTHERS);
    amira.runs("setup exam:X-1");
    assertThat(nextDrop()).isEqualTo(preview);
  }

  @Test
  void eachDrawIsCountedOnceWhateverHappensInBetween() {
    for (int day = 0; day < 12; day++) {
      preview();
      if (day % 3 == 0) {
        postedAtOnce();
      }
      if (day % 4 == 1) {
        holds(preview().get(0));
      }
      nextDrop();
    }

    List<String> drawn =
        Stream.concat(posted().stream().map(SmallPack::domain), planned().stream()).toList();
    assertThat(posted()).hasSize(48);
    assertThat(credits().get("a"))
        .isCloseTo(drawn.size() / 2.0 - Collections.frequency(drawn, "a"), within(1e-9));
  }

  /** The domains that were drawn for the questions of the plan. */
  private List<String> planned() {
    return column("domain");
  }

  private List<String> column(String name) {
    return world
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT <name> FROM daily_plan WHERE exam = 'X-1' ORDER BY place")
                    .define("name", name)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aSmallExamIsPlannedAsFarAsHalfOfEachDomainIsLeft() {
    assertThat(planned()).containsExactlyInAnyOrder("a", "a", "b", "b");

    nextDrop();

    assertThat(planned()).hasSizeBetween(1, 4);
    assertThat(column("question_id")).doesNotHaveDuplicates().doesNotContainAnyElementsOf(posted());
  }

  private void servesMany() {
    List<String> many =
        IntStream.rangeClosed(21, 70)
            .boxed()
            .flatMap(i -> Stream.of("a-" + i, "b-" + i))
            .collect(Collectors.toCollection(ArrayList::new));
    many.addAll(QUESTIONS);
    world.serve(pack.exam("X-1", many).load());
    nextDrop();
  }

  @Test
  void theNextFourteenDropsArePlannedAndToppedUpAsTheyCome() {
    servesMany();
    List<String> plan = column("question_id");

    assertThat(plan).hasSize(Plan.DROPS * 3).doesNotHaveDuplicates();
    assertThat(nextDrop()).isEqualTo(plan.subList(0, 3));
    List<String> coming = column("question_id");
    assertThat(coming.subList(0, 39)).isEqualTo(plan.subList(3, 42));
    assertThat(coming).hasSize(Plan.DROPS * 3).doesNotHaveDuplicates();
    assertThat(postedIn(Duration.ofDays(Plan.DROPS))).isEqualTo(coming);
  }

  @Test
  void extraDropsTakeWhatComesLaterSoThatNothingReturnsBeforeIt() {
    servesMany();
    List<String> plan = column("question_id");

    assertThat(postedAtOnce()).isEqualTo(plan.subList(3, 6));
    assertThat(nextDrop()).isEqualTo(plan.subList(0, 3));
  }

  @Test
  void whatIsPlannedTogetherDoesNotGiveEachOtherAway() {
    IntStream.rangeClosed(21, 70).forEach(i -> pack.enemies("a-" + i, "b-" + i));
    servesMany();
    List<String> coming = column("question_id");

    for (int from = 1; from + 3 <= coming.size(); from++) {
      assertThat(coming.subList(from, from + 3).stream().filter(id -> id.length() > 3))
          .extracting(id -> id.substring(2))
          .doesNotHaveDuplicates();
    }
    assertThat(postedIn(Duration.ofDays(8))).isEqualTo(coming.subList(0, 24));
  }
}
