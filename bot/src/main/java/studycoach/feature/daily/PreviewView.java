package studycoach.feature.daily;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Domain;
import studycoach.pack.Question;
import studycoach.study.Group;

/** The next drop as its organisers see it early: nothing in it tells the key. */
final class PreviewView {
  private final Supplier<Bank> bank;

  PreviewView(Supplier<Bank> bank) {
    this.bank = bank;
  }

  Message preview(Group group, List<Question> questions) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("The next drop")));
    blocks.add(new Block.Text(when(group)));
    for (Question question : questions) {
      blocks.add(new Block.Divider());
      blocks.addAll(shown(group, question));
    }
    blocks.add(new Block.Divider());
    blocks.add(
        new Block.Text(
            Markup.empty()
                .italic("You see it early: keep it to yourself, and answer as if you had not.")));
    return new Message(blocks);
  }

  private static Markup when(Group group) {
    if (group.paused()) {
      return Markup.of("It comes when the group goes on.");
    }
    Markup time = Markup.empty().time(group.next().at(), group.zone());
    return group.skipNext()
        ? Markup.of("The one of ").and(time).text(" is left out; this comes with the one after.")
        : Markup.of("It comes ").and(time).text(".");
  }

  private List<Block> shown(Group group, Question question) {
    Markup heading =
        Markup.of(domainName(group, question) + " · ")
            .text(question.difficulty().name().toLowerCase(Locale.ROOT) + " · ")
            .code(question.id());
    return Stream.concat(Stream.of(heading, CommonMark.read(question.stem())), parts(question))
        .<Block>map(Block.Text::new)
        .toList();
  }

  /** By the alphabet: always alike, and nothing to do with the order of the pack or the drop. */
  private static Stream<Markup> parts(Question question) {
    if (question.body() instanceof Body.Choices choices) {
      return sorted(choices.options(), Body.Option::text);
    } else if (question.body() instanceof Body.Ordering ordering) {
      return sorted(ordering.steps(), Body.Step::text);
    }
    List<Body.Pair> pairs = ((Body.Matching) question.body()).pairs();
    return Stream.concat(sorted(pairs, Body.Pair::prompt), sorted(pairs, Body.Pair::match));
  }

  private static <T> Stream<Markup> sorted(List<T> parts, Function<T, String> text) {
    return parts.stream()
        .map(text)
        .sorted()
        .map(part -> Markup.of("• ").and(CommonMark.read(part)));
  }

  private String domainName(Group group, Question question) {
    return bank.get().pack(group.settings().exam()).stream()
        .flatMap(pack -> pack.exam().domains().stream())
        .filter(domain -> domain.id().equals(question.domain()))
        .map(Domain::name)
        .findFirst()
        .orElse(question.domain());
  }
}
