package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import studycoach.yaml.Problem;

class LiveBankTest {
  private static final String OTHER_EXAM =
      TestPack.EXAM.replace("X-1", "Y-1").replace("Exam X", "Exam Y");
  private static final String OTHER_DATA = TestPack.DATA.replace("x-00", "y-00");

  @TempDir private Path questions;
  private final AtomicLong nanos = new AtomicLong();
  private final Logger logger = (Logger) LoggerFactory.getLogger(LiveBank.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestPack pack;
  private LiveBank live;

  @BeforeEach
  void open() {
    pack = TestPack.in(questions);
    pack.write("y-1/exam.yaml", OTHER_EXAM).write("y-1/data.yaml", OTHER_DATA);
    logger.setAdditive(false);
    log.start();
    logger.addAppender(log);
    restart();
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  private void restart() {
    live = new LiveBank(questions, nanos::get);
  }

  private Bank later() {
    nanos.addAndGet(LiveBank.PAUSE.toNanos());
    return live.get();
  }

  private static List<String> ids(Bank bank) {
    return bank.packs().stream()
        .flatMap(each -> each.questions().stream())
        .map(Question::id)
        .toList();
  }

  private static String stem(Bank bank, String id) {
    return bank.question(id).orElseThrow().stem();
  }

  private static List<String> problems(Bank bank) {
    return bank.problems().stream().map(Problem::toString).toList();
  }

  private List<String> logged() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void anEditIsServedFromTheNextLookOn() {
    assertThat(stem(live.get(), "x-001")).isEqualTo("Which store is cheapest?");
    pack.edit("x-1/data.yaml", "cheapest", "the cheapest");
    nanos.addAndGet(LiveBank.PAUSE.toNanos() - 1);
    assertThat(stem(live.get(), "x-001")).isEqualTo("Which store is cheapest?");

    nanos.addAndGet(1);

    assertThat(stem(live.get(), "x-001")).isEqualTo("Which store is the cheapest?");
  }

  @Test
  void whatDidNotChangeIsNotReadAgain() {
    Bank first = live.get();

    assertThat(later()).isSameAs(first);
    pack.edit("x-1/data.yaml", "cheapest", "nicest");
    assertThat(later()).isNotSameAs(first).isSameAs(later());
  }

  @Test
  void filesAndPacksComeAndGo() throws IOException {
    pack.write("z-1/exam.yaml", TestPack.EXAM.replace("X-1", "Z-1"));
    pack.write("z-1/data.yaml", TestPack.DATA.replace("x-00", "z-00"));
    assertThat(ids(later())).contains("z-001");

    Files.delete(questions.resolve("x-1/modeling.yaml"));
    assertThat(ids(later())).contains("x-001").doesNotContain("x-003");
    pack.write("x-1/modeling.yaml", TestPack.MODELING);
    assertThat(ids(later())).contains("x-003");

    delete("z-1");
    later();
    assertThat(ids(later())).contains("x-001", "y-001").doesNotContain("z-001");
  }

  private void delete(String folder) throws IOException {
    for (Path file : Folders.list(questions.resolve(folder))) {
      Files.delete(file);
    }
    Files.delete(questions.resolve(folder));
  }

  @Test
  void aPackThatBreaksStaysWholeAsItWasWhileOthersGoOn() {
    pack.edit("x-1/data.yaml", "cheapest", "nicest")
        .edit("x-1/modeling.yaml", "why: Numbers too.", "why: ''")
        .edit("y-1/data.yaml", "cheapest", "dearest");
    Bank bank = later();

    assertThat(ids(bank)).containsExactly("x-001", "x-002", "x-003", "x-004", "y-001", "y-002");
    assertThat(stem(bank, "x-001")).isEqualTo("Which store is cheapest?");
    assertThat(stem(bank, "y-001")).isEqualTo("Which store is dearest?");
    assertThat(problems(bank)).singleElement().asString().startsWith("x-1/modeling.yaml:23: ");

    pack.edit("x-1/modeling.yaml", "why: ''", "why: Numbers.");
    assertThat(problems(later())).isEmpty();
    assertThat(stem(live.get(), "x-001")).isEqualTo("Which store is nicest?");
  }

  @Test
  void aProblemIsLoggedOnce() {
    pack.edit("x-1/modeling.yaml", "why: Numbers too.", "why: ''");
    later();
    later();
    pack.edit("y-1/data.yaml", "cheapest", "dearest");
    later();

    assertThat(logged()).filteredOn(line -> line.startsWith("x-1/modeling.yaml:23: ")).hasSize(1);
    assertThat(logged()).contains("Served as they were before: x-1");
  }

  @Test
  void aHalfWrittenFileNeverEmptiesTheBank() throws IOException {
    delete("y-1");
    restart();
    for (String file : List.of("x-1/data.yaml", "x-1/modeling.yaml", "x-1/exam.yaml")) {
      String whole = Files.readString(questions.resolve(file));
      for (int length = 0; length < whole.length(); length += 41) {
        pack.write(file, whole.substring(0, length));
        assertThat(ids(later())).as("%s cut at %d", file, length).isNotEmpty();
      }
      pack.write(file, whole);
      assertThat(ids(later())).containsExactly("x-001", "x-002", "x-003", "x-004");
    }
  }

  @Test
  void aFileThatIsBrokenFromTheStartIsLeftOutAndTheOthersCanBeEdited() {
    pack.edit("x-1/modeling.yaml", "why: Numbers too.", "why: ''");
    restart();
    assertThat(ids(live.get())).contains("x-001").doesNotContain("x-003");

    pack.edit("x-1/data.yaml", "cheapest", "nicest");
    assertThat(stem(later(), "x-001")).isEqualTo("Which store is nicest?");
    pack.edit("x-1/data.yaml", "why: Right.", "why: ''");
    assertThat(stem(later(), "x-001")).isEqualTo("Which store is nicest?");

    pack.edit("x-1/modeling.yaml", "why: ''", "why: N.").edit("x-1/data.yaml", "why: ''", "why: R");
    assertThat(ids(later())).contains("x-001", "x-003");
    pack.edit("x-1/modeling.yaml", "why: N.", "why: ''");
    assertThat(ids(later())).contains("x-003");
  }

  @Test
  void aPackThatWasBrokenAsAWholeIsServedAsSoonAsItCanBe() {
    pack.edit("y-1/exam.yaml", "minutes: 180", "minutes: long")
        .edit("y-1/data.yaml", "y-002", "y-001");
    restart();
    assertThat(live.get().pack("y-1")).isEmpty();

    pack.edit("y-1/exam.yaml", "minutes: long", "minutes: 180");
    assertThat(later().pack("y-1")).isPresent();
    pack.edit("y-1/data.yaml", "id: y-001", "id: y-003");
    assertThat(ids(later())).contains("y-001", "y-003");
  }

  @Test
  void aDuplicateIdBringsDownNoPackThatIsServed() {
    pack.write("a-1/exam.yaml", TestPack.EXAM.replace("X-1", "A-1"))
        .write("a-1/data.yaml", TestPack.DATA);
    Bank bank = later();

    assertThat(ids(bank)).containsExactly("x-001", "x-002", "x-003", "x-004", "y-001", "y-002");
    assertThat(problems(bank))
        .contains("x-1/data.yaml:2: id: 'x-001' is taken by a-1/data.yaml:2")
        .contains("a-1: is not taken over: a pack that stays as it was has the id 'x-001'");

    pack.write("a-1/data.yaml", TestPack.DATA.replace("x-00", "a-00"));
    assertThat(ids(later())).startsWith("a-001", "a-002", "x-001");
  }

  @Test
  void aQuestionThatMovesOutOfABrokenPackIsServedFromThereUntilThatIsMended() {
    pack.edit("x-1/data.yaml", "id: x-001", "id: x-009")
        .edit("x-1/data.yaml", "enemies: [x-001]", "enemies: [x-009]")
        .edit("x-1/modeling.yaml", "why: Numbers too.", "why: ''")
        .edit("y-1/data.yaml", "id: y-001", "id: x-001")
        .edit("y-1/data.yaml", "enemies: [y-001]", "enemies: [x-001]");
    assertThat(ids(later())).containsExactly("x-001", "x-002", "x-003", "x-004", "y-001", "y-002");

    pack.edit("x-1/modeling.yaml", "why: ''", "why: N.");
    assertThat(ids(later())).containsExactly("x-009", "x-002", "x-003", "x-004", "x-001", "y-002");
  }

  @Test
  void foldersThatVanishForAMomentChangeNothing() throws IOException {
    Path aside = questions.resolveSibling(questions.getFileName() + "-aside");
    Files.move(questions, aside);
    assertThat(ids(later())).hasSize(6);
    assertThat(problems(later())).containsExactly(questions + ": there is no such folder");
    Files.move(aside, questions);
    assertThat(problems(later())).isEmpty();

    Files.move(questions.resolve("x-1"), questions.resolve(".x-1"));
    assertThat(ids(later())).hasSize(6);
    Files.move(questions.resolve(".x-1"), questions.resolve("x-1"));
    assertThat(ids(later())).hasSize(6);
    assertThat(ids(later())).hasSize(6);
  }

  @Test
  void aPackWithoutFilesStaysUntilItsFolderIsGone() throws IOException {
    Files.delete(questions.resolve("x-1/data.yaml"));
    Files.delete(questions.resolve("x-1/modeling.yaml"));
    assertThat(ids(later())).hasSize(6);
    for (Path file : Folders.list(questions.resolve("x-1"))) {
      Files.delete(file);
    }
    assertThat(ids(later())).hasSize(6);
    assertThat(ids(later())).hasSize(6);

    Files.delete(questions.resolve("x-1"));
    later();
    assertThat(ids(later())).containsExactly("y-001", "y-002");
  }

  @Test
  void manyWhoAskAtOnceGetOneAndTheSameNewBank() throws InterruptedException, ExecutionException {
    Bank before = live.get();
    pack.edit("x-1/data.yaml", "cheapest", "nicest");
    nanos.addAndGet(LiveBank.PAUSE.toNanos());
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<Bank>> banks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        banks.add(people.submit(live::get));
      }
      for (Future<Bank> bank : banks) {
        assertThat(bank.get()).isNotSameAs(before).isSameAs(live.get());
      }
    } finally {
      people.shutdownNow();
    }
  }
}
