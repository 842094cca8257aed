package studycoach.feature.daily;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Question;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.Press;
import studycoach.study.ask.Shown;
import studycoach.study.ask.ShownOptions;
import studycoach.study.ask.ShownPlaces;

/** Questions whose answers nobody is told yet: posts of drops, and private copies. */
final class QuestionViews {
  private final QuestionVersions versions;
  private final Supplier<Bank> bank;

  /** What stands below a stem to answer it by. */
  record Part(List<Markup> lines, List<Control> controls) {}

  QuestionViews(QuestionVersions versions, Supplier<Bank> bank) {
    this.versions = versions;
    this.bank = bank;
  }

  /** A question of a drop as everybody sees it while its window is open. */
  Message open(Group group, Drop drop, DropQuestion question, int size, int answered, PostKey key) {
    Shown shown = shown(question);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(drop, question, shown.question(), size))));
    blocks.addAll(Lesson.asking(shown.question(), shown.lines()));
    if (drop.late()) {
      blocks.add(new Block.Text(Markup.empty().italic("Late, since I was down. Sorry!")));
    }
    blocks.add(
        new Block.Note(
            Markup.of("Open until ")
                .time(drop.closesAt(), group.zone())
                .text(" · " + people(answered) + " answered")));
    blocks.add(new Block.Controls(controls(shown, question, key)));
    return new Message(blocks);
  }

  /** The same once its window is over. */
  Message closed(Drop drop, DropQuestion question, int size, int answered) {
    Shown shown = shown(question);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(drop, question, shown.question(), size))));
    blocks.addAll(Lesson.asking(shown.question(), shown.lines()));
    blocks.add(new Block.Note(Markup.of("Closed · " + people(answered) + " answered")));
    return new Message(blocks);
  }

  /** An unspoiled copy for one person, in an order of its own. */
  Message copy(Group group, Drop drop, DropQuestion asked, Part part, int remaining) {
    Question question = versions.shown(asked);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Title(
            Markup.of("Your copy · " + domainName(asked) + " · " + difficulty(question))));
    blocks.addAll(Lesson.asking(question, part.lines()));
    Markup until = Markup.of("Open until ").time(drop.closesAt(), group.zone());
    blocks.add(
        new Block.Note(
            remaining == 0 ? until : until.text(" · " + remaining + " more after this one")));
    blocks.add(new Block.Controls(part.controls()));
    return new Message(blocks);
  }

  static Press press(String verb, Object... keys) {
    return new Press(DailyFeature.NAME, verb, List.of(keys));
  }

  /** Options of a copy to choose from. */
  static Part choosing(ShownOptions shown, DropQuestion question) {
    return new Part(shown.lines(), shown.controls(press("copy", question.id())));
  }

  private static List<Control> controls(Shown shown, DropQuestion question, PostKey key) {
    if (shown instanceof ShownOptions options) {
      return options.controls(press("answer", question.id(), key.value()));
    }
    String label = ((ShownPlaces) shown).isOrdering() ? "Put in order" : "Match";
    return List.of(
        new Control.Button(
            label, ActionId.of(DailyFeature.NAME, "arrange", question.id(), key.value())));
  }

  private String title(Drop drop, DropQuestion asked, Question question, int size) {
    String which = drop.isExtra() ? "Extra question" : "Question";
    String number = size > 1 ? " " + asked.place() + " of " + size : "";
    return which + number + " · " + domainName(asked) + " · " + difficulty(question);
  }

  private String domainName(DropQuestion question) {
    return bank.get().domainName(question.question(), question.domain());
  }

  private static String difficulty(Question question) {
    return question.difficulty().name().toLowerCase(Locale.ROOT);
  }

  private static String people(int count) {
    return count == 1 ? "1 has" : count + " have";
  }

  private Shown shown(DropQuestion question) {
    return Shown.of(versions.shown(question), question.permutation());
  }
}
