package studycoach.feature.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.UserRef;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Question;
import studycoach.pack.QuestionType;
import studycoach.study.Learner.Shows;
import studycoach.study.Learners;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProgressFeatureTest {
  private static final Optional<ChannelRef> ELSEWHERE =
      Optional.of(new ChannelRef("fake", "w", "elsewhere"));

  private final World world;
  private final Person amira;
  private final Person ben;
  private final Learners learners;

  /** On a Friday, an hour before the drop. */
  ProgressFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    learners = new Learners(world.database().jdbi(), world.clock());
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Answers what {@code today} shows, and says which question it was. */
  private Question answers(Person person, boolean right) {
    String copy = person.last();
    Question question = world.questionIn(copy);
    List<String> letters = right ? world.right(copy) : world.wrong(copy);
    if (question.type() == QuestionType.MULTIPLE_CHOICE) {
      person.presses(letters.get(0));
    } else {
      person.chooses(letters.subList(0, world.right(copy).size()));
    }
    return question;
  }

  private Question answersToday(Person person, boolean right) {
    return answers(person.runs("today"), right);
  }

  private Question answersNext(Person person, boolean right) {
    world.passes(Duration.ofDays(1));
    return answersToday(person, right);
  }

  private static Domain domain(Bank bank, Question question) {
    return bank.pack("MLS-C01").orElseThrow().exam().domainOf(question.task()).orElseThrow();
  }

  private static Bank real() {
    return Bank.load(World.questionsFolder());
  }

  private long learner(String name) {
    return learners.known(new UserRef("fake", "w", name)).orElseThrow().id();
  }

  private void shows(String name, Shows shows) {
    learners.setShows(learner(name), shows);
  }

  private long countLearners() {
    return world
        .database()
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM learner").mapTo(Long.class).one());
  }

  @Test
  void whoHasNotAnsweredSeesTheExamAndHowToStart() {
    world.goesTo("2026-03-27T08:00:00Z");

    ben.runs("progress")
        .sees("Your progress · MLS-C01")
        .sees("Streak: none yet")
        .sees("Modeling · 36 % of the exam · not met yet")
        .sees("4.3 Apply basic security: not met yet")
        .sees("Next: Answer the open question. It is open until Sat 28 Mar 2026, 09:00")
        .presses("Today's question")
        .sees("Your copy");
  }

  @Test
  void anAnswerIsCountedInItsDomainAndItsTask() {
    Question question = answersNext(ben, true);

    ben.runs("progress")
        .sees("Streak: 1 drop")
        .sees(
            domain(real(), question).name()
                + " · "
                + domain(real(), question).weight()
                + " % of the exam · 1 answer, too few to tell")
        .sees("last four weeks: – · – · – · 1/1")
        .sees("Next: Keep answering: there are not enough answers yet (1)")
        .sees("The next drop comes Sat 28 Mar 2026, 09:00")
        .doesNotSee("[Today's question]");
    assertThat(ben.last()).containsPattern(Pattern.quote(question.task()) + " .*: 1 answer");
  }

  @Test
  void fromFiveAnswersOnAShareIsToldWithItsInterval() {
    amira.runs("setup questions:5");
    for (int day = 0; day < 4; day++) {
      world.passes(Duration.ofDays(1));
      for (int i = 0; i < 5; i++) {
        answersToday(ben, day < 3);
      }
    }

    ben.runs("progress").sees("Next: Read up on ").sees("wrong");
    // 20 answers; the largest domain has got at least five of them.
    assertThat(ben.last()).containsPattern("Modeling · 36 % of the exam\n\\d+ % of \\d+ \\(");
    assertThat(
            Pattern.compile("(\\d+) % of (\\d+) \\((\\d+)–(\\d+)\\)").matcher(ben.last()).results())
        .isNotEmpty()
        .allSatisfy(
            found -> {
              int share = Integer.parseInt(found.group(1));
              assertThat(Integer.parseInt(found.group(2))).isBetween(5, 20);
              assertThat(share)
                  .isBetween(Integer.parseInt(found.group(3)), Integer.parseInt(found.group(4)));
            });
  }

  @Test
  void aSealedAnswerIsNotCountedBeforeTheReveal() {
    amira.runs("setup feedback:sealed");
    world.goesTo("2026-03-27T08:00:00Z");
    String before = ben.runs("progress").last();
    answersToday(ben, true);

    String sealed = ben.runs("progress").last();
    assertThat(sealed.lines().filter(line -> line.contains("of the exam")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("not met yet"))
        .allMatch(before::contains);
    ben.sees("not enough answers yet (0)").doesNotSee("1/1").doesNotSee("1 answer");

    world.goesTo("2026-03-28T08:00:00Z");
    ben.runs("progress").sees("1/1").sees("1 answer");
  }

  @Test
  void aQuestionThatLeftThePackIsNotCounted(@TempDir Path folder) throws IOException {
    Question question = answersNext(ben, true);
    ben.runs("progress").sees("1 answer");

    remove(copy(folder, "mls-c01"), question.id());
    Bank without = Bank.load(folder);
    assertThat(without.question(question.id())).isEmpty();
    world.serve(without);

    ben.runs("progress").doesNotSee("1 answer").sees("Streak: 1 drop");
  }

  @Test
  void progressIsTowardsTheExamThatTheGroupHasNow(@TempDir Path folder) throws IOException {
    answersNext(ben, true);
    copy(folder, "mls-c01");
    Path other = copy(folder, "x-1");
    edit(other, "code: MLS-C01", "code: X-1");
    edit(other, "mls-", "xls-");
    Bank both = Bank.load(folder);
    assertThat(both.packs()).hasSize(2);
    world.serve(both);

    amira.runs("setup exam:X-1").sees("X-1");
    ben.runs("progress").sees("Your progress · X-1").doesNotSee("1 answer");
    amira.runs("setup exam:MLS-C01");
    ben.runs("progress").sees("Your progress · MLS-C01").sees("1 answer");
  }

  @Test
  void anExamWithoutAPackIsToldSo(@TempDir Path folder) {
    world.serve(Bank.load(folder));

    ben.runs("progress").sees("I have no questions for MLS-C01 just now.");
  }

  private static Path copy(Path folder, String name) throws IOException {
    Path pack = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(World.questionsFolder().resolve("mls-c01"))) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(file.getFileName().toString()));
      }
    }
    return pack;
  }

  private static void edit(Path pack, String from, String to) throws IOException {
    try (Stream<Path> files = Files.list(pack)) {
      for (Path file : files.toList()) {
        Files.writeString(file, Files.readString(file).replace(from, to));
      }
    }
  }

  /** Leaves out the question with this id. */
  private static void remove(Path pack, String id) throws IOException {
    String entry = "(?s)\\n *- id: " + Pattern.quote(id) + "\\n.*?(?=\\n *- id: |\\z)";
    try (Stream<Path> files = Files.list(pack)) {
      for (Path file : files.toList()) {
        Files.writeString(file, Files.readString(file).replaceFirst(entry, ""));
      }
    }
  }

  @Test
  void theAnswersOfAllGroupsCount() {
    amira.runsIn(ELSEWHERE, "setup exam:MLS-C01 time:10:00 zone:Europe/Berlin");
    world.passes(Duration.ofDays(1));
    answersToday(ben, true);
    answers(ben.runsIn(ELSEWHERE, "today"), false);

    ben.runsIn(ELSEWHERE, "progress").sees("Keep answering").sees("yet (2)").sees("1 drop ·");
    assertThat(ben.last()).isEqualTo(ben.runs("progress").last().replace("09:00", "10:00"));
  }

  @Test
  void whatAMemberShowsIsWhatOthersSee() {
    answersNext(ben, true);

    amira.runs("progress @ben").sees("ben has not made their progress visible.");
    shows("ben", Shows.STREAK);
    amira.runs("progress @ben").sees("Progress of ben").sees("Streak: 1 drop");
    amira.doesNotSee("of the exam").doesNotSee("Next");
    shows("ben", Shows.PROGRESS);
    amira.runs("progress member:@ben").sees("Streak: 1 drop").sees("1 answer, too few to tell");
    amira.doesNotSee("4.3").doesNotSee("last four weeks").doesNotSee("Next").doesNotSee("[");
  }

  @Test
  void onesOwnProgressIsAPictureAndThatOfOthersIsNot() {
    Question question = answersNext(ben, true);
    shows("ben", Shows.PROGRESS);

    assertThat(ben.runs("progress").seen().images())
        .singleElement()
        .satisfies(
            image ->
                assertThat(image.alt())
                    .contains("Streak: 1 drop", domain(real(), question).name())
                    .contains(question.task() + ": 1 answer, too few")
                    .endsWith("Answers on 1 of the last 118 days, at most 1 in a day."));
    assertThat(amira.runs("progress @ben").seen().images()).isEmpty();
  }

  @Test
  void ownProgressIsWholeHoweverItIsAskedFor() {
    answersNext(ben, true);
    String own = ben.runs("progress").last();

    assertThat(ben.runs("progress @ben").last()).isEqualTo(own);
    assertThat(own).doesNotContain("ben");
  }

  @Test
  void offTheBoardNothingIsShown() {
    answersNext(ben, true);
    shows("ben", Shows.PROGRESS);
    learners.setOnBoard(learner("ben"), false);

    amira.runs("progress @ben").sees("has not made their progress visible.");
  }

  @Test
  void whoLeftShowsNothingAndKeepsTheirOwn() {
    answersNext(ben, true);
    shows("ben", Shows.PROGRESS);
    ben.runs("group leave");

    amira.runs("progress @ben").sees("has not made their progress visible.");
    ben.runs("progress").sees("1 answer");
  }

  @Test
  void aStrangerLooksLikeAMemberWhoShowsNothingAndStaysUnknown() {
    amira.runs("progress");
    long before = countLearners();

    String stranger = amira.runs("progress @ben").last();
    assertThat(countLearners()).isEqualTo(before);
    answersNext(ben, true);
    assertThat(amira.runs("progress @ben").last()).isEqualTo(stranger);
  }
}
