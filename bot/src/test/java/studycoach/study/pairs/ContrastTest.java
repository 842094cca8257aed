package studycoach.study.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.Task;
import studycoach.study.Answer;
import studycoach.testing.World;

class ContrastTest {
  private static final Domain DOMAIN =
      new Domain("data", "Data", 100, List.of(new Task("1.1", "Task")));
  private static final List<String> SERVICES = List.of("data-firehose", "data-streams", "s3");
  private static final Question STREAMS =
      question(
          "x-1",
          "Kinesis Data Streams that fill Amazon S3",
          "A *Data Firehose* of data",
          "A copy to `S3` by hand",
          "Nothing");
  private static final Question FIREHOSE =
      question("x-2", "Amazon Data Firehose with a buffer", "Data Streams with a reader", "Two");

  /** The first option is right. */
  private static Question question(String id, String... options) {
    Question plain =
        MadeUpPack.question(
            id,
            Difficulty.EASY,
            DOMAIN,
            "What is right in " + id + "?",
            IntStream.range(0, options.length)
                .mapToObj(at -> new Body.Option(options[at], at == 0, "So it is."))
                .toList(),
            "An idea.");
    return with(plain, List.of());
  }

  private static Question with(Question like, List<String> enemies) {
    return new Question(
        like.id(),
        like.task(),
        like.domain(),
        like.type(),
        like.difficulty(),
        SERVICES,
        like.stem(),
        like.body(),
        like.explanation(),
        like.sources(),
        like.checked(),
        like.author(),
        like.licence(),
        enemies);
  }

  private static Confusion chosen(Question question, int option) {
    return Confusion.of(question, new Answer(List.of(option))).orElseThrow();
  }

  private static Optional<Question> contrast(Confusion confusion, Question... candidates) {
    return Contrast.to(confusion, List.of(candidates), OptionNames.of(List.of(candidates)));
  }

  @Test
  void whatWasWronglyChosenIsRightThereAndTheOtherWayRound() {
    assertThat(contrast(chosen(STREAMS, 1), STREAMS, FIREHOSE)).contains(FIREHOSE);
    assertThat(contrast(chosen(FIREHOSE, 1), STREAMS, FIREHOSE)).contains(STREAMS);
  }

  @Test
  void anotherConfusionHasNoSuchContrast() {
    assertThat(contrast(chosen(STREAMS, 2), STREAMS, FIREHOSE)).isEmpty();
    assertThat(contrast(chosen(STREAMS, 3), STREAMS, FIREHOSE)).isEmpty();
    Question firehoseAlone = question("x-3", "Data Firehose", "A pipe", "A queue");
    assertThat(contrast(chosen(STREAMS, 1), firehoseAlone)).isEmpty();
    Question besideAnother = question("x-4", "Data Firehose", "A copy to S3", "A queue");
    assertThat(contrast(chosen(STREAMS, 1), besideAnother)).isEmpty();
    Question forAnother = question("x-5", "A copy to S3", "Data Streams with a reader", "A queue");
    assertThat(contrast(chosen(STREAMS, 1), forAnother)).isEmpty();
  }

  @Test
  void theVeryTextThatWasChosenMayBeRightElsewhere() {
    Question one = question("x-1", "Collect, then clean", "Clean; then collect");
    Question other = question("x-2", "clean, then **collect**", "Do nothing");

    assertThat(contrast(chosen(one, 1), one, other)).contains(other);
    assertThat(contrast(chosen(other, 1), one, other)).isEmpty();
  }

  @Test
  void whatGivesOneAwayIsNoContrast() {
    Question enemy = with(FIREHOSE, List.of(STREAMS.id()));

    assertThat(contrast(chosen(STREAMS, 1), STREAMS, enemy)).isEmpty();
  }

  @Test
  void wordsWithInnerCapitalsAreNamesToo() {
    Question one = question("x-1", "Train BlazingText on words", "Train Object2Vec on pairs");
    Question other = question("x-2", "Object2Vec", "BlazingText");

    assertThat(contrast(chosen(one, 1), one, other)).contains(other);
  }

  @Test
  void namesAreToldAsTheyAreWritten() {
    OptionNames names = OptionNames.of(List.of(STREAMS));

    assertThat(names.pair(chosen(STREAMS, 1)))
        .contains(new OptionNames.Pair("Data Firehose", "Data Streams"));
    assertThat(names.pair(chosen(STREAMS, 2))).isEmpty();
  }

  @Test
  void onlyOneForOneIsAConfusion() {
    Body two =
        new Body.Choices(
            IntStream.range(0, 5)
                .mapToObj(at -> new Body.Option("o" + at, at < 2, "So it is."))
                .toList());
    Question question =
        MadeUpPack.question("x-1", Difficulty.EASY, DOMAIN, "What?", two, "An idea.");

    assertThat(Confusion.of(question, new Answer(List.of(0, 4))))
        .contains(new Confusion(question, 4, 1));
    assertThat(Confusion.of(question, new Answer(List.of(3, 4)))).isEmpty();
    assertThat(Confusion.of(question, new Answer(List.of(0, 1)))).isEmpty();
  }

  @Test
  void ourPacksHaveContrasts() {
    Bank bank = Bank.load(World.questionsFolder());
    Pack pack = bank.pack("MLS-C01").orElseThrow();
    OptionNames names = OptionNames.of(pack.questions());
    long found =
        pack.questions().stream()
            .filter(question -> question.body() instanceof Body.Choices)
            .filter(
                question ->
                    IntStream.range(0, question.body().size())
                        .mapToObj(at -> Confusion.of(question, new Answer(List.of(at))))
                        .flatMap(Optional::stream)
                        .anyMatch(one -> Contrast.to(one, pack.questions(), names).isPresent()))
            .count();

    assertThat(found).isGreaterThan(5);
  }
}
