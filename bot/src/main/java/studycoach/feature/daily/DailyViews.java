package studycoach.feature.daily;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Question;
import studycoach.study.Attempt;
import studycoach.study.Buttons;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.Streak;

/** Values to messages: drops, private copies, markings and reveals. */
final class DailyViews {
  private static final String PLATFORM_OF_NAMES = "";

  private final QuestionVersions versions;
  private final Learners learners;
  private final Supplier<Bank> bank;

  DailyViews(QuestionVersions versions, Learners learners, Supplier<Bank> bank) {
    this.versions = versions;
    this.learners = learners;
    this.bank = bank;
  }

  /** A question of a drop as everybody sees it while its window is open. */
  Message open(Group group, Drop drop, DropQuestion question, int size, int answered, PostKey key) {
    Shown shown = shown(question);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(drop, question, shown.question(), size))));
    blocks.addAll(body(shown));
    if (drop.late()) {
      blocks.add(new Block.Text(Markup.empty().italic("Late, since I was down. Sorry!")));
    }
    blocks.add(
        new Block.Text(
            Markup.of("Open until ")
                .time(drop.closesAt(), group.zone())
                .text(" · " + people(answered) + " answered")));
    blocks.add(new Block.Controls(controls(shown, "answer", List.of(question.id(), key.value()))));
    return new Message(blocks);
  }

  /** The same once its window is over. */
  Message closed(Drop drop, DropQuestion question, int size, int answered) {
    Shown shown = shown(question);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(drop, question, shown.question(), size))));
    blocks.addAll(body(shown));
    blocks.add(new Block.Text(Markup.of("Closed · " + people(answered) + " answered")));
    return new Message(blocks);
  }

  /** An unspoiled copy for one person, in an order of its own. */
  Message copy(
      Group group, Drop drop, DropQuestion question, List<Integer> permutation, int remaining) {
    Shown shown = new Shown(versions.shown(question), permutation);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Title(
            Markup.of(
                "Your copy · " + domainName(question) + " · " + difficulty(shown.question()))));
    blocks.addAll(body(shown));
    Markup until = Markup.of("Open until ").time(drop.closesAt(), group.zone());
    blocks.add(
        new Block.Text(
            remaining == 0 ? until : until.text(" · " + remaining + " more after this one")));
    blocks.add(new Block.Controls(controls(shown, "copy", List.of(question.id()))));
    return new Message(blocks);
  }

  private static List<Block> body(Shown shown) {
    return Stream.concat(
            Stream.of(CommonMark.read(shown.question().stem())),
            IntStream.range(0, shown.size()).mapToObj(shown::optionLine))
        .<Block>map(Block.Text::new)
        .toList();
  }

  private static List<Control> controls(Shown shown, String verb, List<Object> keys) {
    if (shown.keys() > 1) {
      return List.of(
          new Control.Select(
              "Choose " + shown.keys(),
              ActionId.of(DailyFeature.NAME, verb, keys.toArray()),
              IntStream.range(0, shown.size())
                  .mapToObj(
                      position ->
                          new Control.SelectOption(
                              Shown.letter(position), String.valueOf(position)))
                  .toList(),
              shown.keys(),
              shown.keys()));
    }
    return IntStream.range(0, shown.size())
        .<Control>mapToObj(
            position ->
                new Control.Button(
                    Shown.letter(position),
                    ActionId.of(
                        DailyFeature.NAME,
                        verb,
                        Stream.concat(keys.stream(), Stream.of(position)).toArray())))
        .toList();
  }

  /**
   * What somebody is told of an answer that is marked.
   *
   * @param points that it gave; empty if it gave none
   */
  Message marked(
      DropQuestion question,
      List<Integer> permutation,
      Attempt attempt,
      Optional<Long> points,
      Streak streak) {
    Shown shown = new Shown(versions.shown(question), permutation);
    Markup verdict =
        attempt.correct()
            ? Markup.empty()
                .bold("Right.")
                .text(" You chose " + shown.letters(attempt.answer()) + ". ")
                .and(pointsWords(points))
            : Markup.empty()
                .bold("Not this time.")
                .text(
                    " You chose "
                        + shown.letters(attempt.answer())
                        + ", the answer is "
                        + shown.keyLetters()
                        + ".");
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(verdict));
    IntStream.range(0, shown.size())
        .mapToObj(position -> reason(shown, position, Markup.empty()))
        .forEach(blocks::add);
    blocks.addAll(lesson(shown.question()));
    blocks.add(new Block.Text(streakLine(streak)));
    blocks.add(new Block.Controls(List.of(Buttons.report(question.id()))));
    return new Message(blocks);
  }

  private static Markup pointsWords(Optional<Long> points) {
    return points
        .map(given -> Markup.empty().bold("+" + given + " points."))
        .orElse(Markup.of("No points this time: this question has given you its points before."));
  }

  /** What somebody is told of an answer under seal. */
  Message sealed(
      Group group, Drop drop, DropQuestion question, List<Integer> permutation, Attempt attempt) {
    Shown shown = new Shown(versions.shown(question), permutation);
    return Message.of(
        new Block.Text(
            Markup.of("Noted: ")
                .bold(shown.letters(attempt.answer()))
                .text(". You can change it until ")
                .time(drop.closesAt(), group.zone())
                .text("; the answer comes with the reveal.")));
  }

  /** The right answer, for all. */
  Message reveal(DropQuestion question, int size, List<Attempt> attempts, PostKey key) {
    Shown shown = shown(question);
    List<Block> blocks = new ArrayList<>();
    String number = size > 1 ? " to question " + question.place() : "";
    blocks.add(new Block.Title(Markup.of("The answer" + number + " is " + shown.keyLetters())));
    blocks.add(new Block.Text(CommonMark.read(shown.question().stem())));
    for (int position = 0; position < shown.size(); position++) {
      int at = position;
      long chosen = attempts.stream().filter(a -> shown.isPicked(a.answer(), at)).count();
      blocks.add(
          reason(shown, position, Markup.of(" (" + chosen + " of " + attempts.size() + ")")));
    }
    blocks.addAll(lesson(shown.question()));
    blocks.add(new Block.Text(result(attempts)));
    blocks.add(
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My answer",
                    ActionId.of(DailyFeature.NAME, "mine", question.id(), key.value())),
                Buttons.report(question.id()))));
    return new Message(blocks);
  }

  private Markup result(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return Markup.of("Nobody answered this one.");
    }
    long right = attempts.stream().filter(Attempt::correct).count();
    Markup result = Markup.of(right + " of " + attempts.size() + " right");
    Optional<Attempt> first = attempts.stream().filter(Attempt::correct).findFirst();
    return first
        .filter(attempt -> learners.find(attempt.learner()).onBoard())
        .map(
            attempt ->
                result
                    .text(" · first right: ")
                    .and(learners.account(attempt.learner(), PLATFORM_OF_NAMES).span()))
        .orElse(result);
  }

  private static Block reason(Shown shown, int position, Markup count) {
    Markup mark = Markup.of(shown.option(position).key() ? "✓ " : "✗ ");
    return new Block.Text(
        mark.and(shown.optionLine(position))
            .and(count)
            .text("\n")
            .and(CommonMark.read(shown.option(position).why())));
  }

  private static List<Block> lesson(Question question) {
    Markup sources = Markup.of("Source: ");
    for (int i = 0; i < question.sources().size(); i++) {
      URI source = question.sources().get(i);
      sources = (i == 0 ? sources : sources.text(" · ")).link(source.toString(), source);
    }
    return List.of(
        new Block.Text(CommonMark.read(question.explanation())), new Block.Text(sources));
  }

  private static Markup streakLine(Streak streak) {
    String drops = streak.current() == 1 ? "1 drop" : streak.current() + " drops";
    String freezes = streak.freezes() == 1 ? "1 freeze" : streak.freezes() + " freezes";
    return Markup.of("Your streak: ").bold(drops).text(" · " + freezes + " kept");
  }

  private String title(Drop drop, DropQuestion asked, Question question, int size) {
    String which = drop.isExtra() ? "Extra question" : "Question";
    String number = size > 1 ? " " + asked.place() + " of " + size : "";
    return which + number + " · " + domainName(asked) + " · " + difficulty(question);
  }

  /** By the pack that holds the question, since exams may name their domains alike. */
  private String domainName(DropQuestion question) {
    return bank.get().packs().stream()
        .filter(pack -> pack.questions().stream().anyMatch(q -> q.id().equals(question.question())))
        .flatMap(pack -> pack.exam().domains().stream())
        .filter(domain -> domain.id().equals(question.domain()))
        .map(Domain::name)
        .findFirst()
        .orElse(question.domain());
  }

  private static String difficulty(Question question) {
    return question.difficulty().name().toLowerCase(Locale.ROOT);
  }

  private static String people(int count) {
    return count == 1 ? "1 has" : count + " have";
  }

  private Shown shown(DropQuestion question) {
    return new Shown(versions.shown(question), question.permutation());
  }
}
