package studycoach.feature.retrospective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.study.Buttons;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.board.Period;
import studycoach.study.draw.Accuracy;

/** A look back as a post for all. */
final class RetrospectiveView {
  private static final int MOST_NAMES = 5;

  private final WeekLog log;
  private final Learners learners;
  private final Drops drops;
  private final QuestionVersions versions;
  private final Supplier<Bank> bank;

  RetrospectiveView(Jdbi jdbi, WeekLog log, Learners learners, Drops drops, Supplier<Bank> bank) {
    this.log = log;
    this.learners = learners;
    this.drops = drops;
    this.versions = new QuestionVersions(jdbi);
    this.bank = bank;
  }

  Message of(Group group, Period.Week period, Destination to, PostKey key) {
    Week week = log.of(group.id(), period);
    List<Domain> domains =
        bank.get().pack(group.settings().exam()).map(Pack::exam).stream()
            .flatMap(exam -> exam.domains().stream())
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Looking back · " + period.dates())));
    blocks.add(new Block.Text(answered(week)));
    fields(domains, week.byDomain()).ifPresent(blocks::add);
    week.hardest().map(hardest -> hardest(group, hardest)).ifPresent(blocks::addAll);
    log.tempting(week).map(RetrospectiveView::tempting).map(Block.Text::new).ifPresent(blocks::add);
    comebacks(log.comebacks(group.id(), period), to).map(Block.Text::new).ifPresent(blocks::add);
    week.focus(domains).map(f -> new Block.Text(focus(f, week.ever()))).ifPresent(blocks::add);
    blocks.add(
        new Block.Controls(
            List.of(Buttons.progress(group.id(), key), Buttons.leaderboard(group.id()))));
    return new Message(blocks);
  }

  private static Markup answered(Week week) {
    Accuracy all = week.all();
    Markup text =
        Markup.empty()
            .bold(count(all.answered(), "answer"))
            .text(" by " + (week.people() == 1 ? "1 person" : week.people() + " people") + ", ")
            .bold(all.percent() + " % right")
            .text(".");
    return week.before().answered() == 0
        ? text
        : text.text(
            " The week before: "
                + count(week.before().answered(), "answer")
                + ", "
                + week.before().percent()
                + " %.");
  }

  private static String count(long number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }

  /** In the order of the exam; what belongs to another exam is in the sum alone. */
  private static Optional<Block> fields(List<Domain> domains, Map<String, Accuracy> answered) {
    List<Block.Field> fields = new ArrayList<>();
    for (Domain domain : domains) {
      Optional.ofNullable(answered.get(domain.id()))
          .map(known -> Markup.of(known.percent() + " % of " + known.answered()))
          .ifPresent(value -> fields.add(new Block.Field(domain.name(), value)));
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Block.Fields(fields));
  }

  private List<Block> hardest(Group group, Tally hardest) {
    Accuracy accuracy = hardest.accuracy();
    String stem = versions.shown(drops.question(hardest.question()).orElseThrow()).stem();
    Markup title =
        Markup.empty()
            .bold("Hardest question")
            .text(": " + accuracy.right() + " of " + accuracy.answered() + " right. ")
            .text(group.settings().threads() ? "There is a thread for it below." : "");
    return List.of(new Block.Text(title), new Block.Text(CommonMark.read(stem)));
  }

  private static Markup tempting(Tempting tempting) {
    Markup text =
        Markup.empty()
            .bold("Most tempting mistake")
            .text(": ")
            .and(CommonMark.read(tempting.wrong()))
            .text(
                ", chosen by "
                    + tempting.chosen()
                    + " of "
                    + tempting.answered()
                    + " where this is right: ");
    for (int at = 0; at < tempting.right().size(); at++) {
      text = text.text(at == 0 ? "" : "; ").and(CommonMark.read(tempting.right().get(at)));
    }
    return text;
  }

  private Optional<Markup> comebacks(List<Comeback> back, Destination to) {
    if (back.isEmpty()) {
      return Optional.empty();
    }
    Markup text = Markup.empty().bold("Welcome back").text(": ");
    List<Comeback> named = back.subList(0, Math.min(MOST_NAMES, back.size()));
    for (Comeback one : named) {
      text =
          text.text(one.equals(named.get(0)) ? "" : ", ")
              .and(learners.account(one.learner(), to).span())
              .text(" after " + one.weeks() + " weeks");
    }
    int more = back.size() - named.size();
    return Optional.of(text.text(more == 0 ? "." : ", and " + more + " more."));
  }

  private static Markup focus(Domain domain, Map<String, Accuracy> ever) {
    Accuracy accuracy = ever.getOrDefault(domain.id(), new Accuracy(0, 0));
    String known =
        accuracy.answered() == 0 ? "not answered yet" : accuracy.percent() + " % right so far";
    return Markup.empty()
        .bold("Focus of the next week")
        .text(": " + domain.name() + ", " + domain.weight() + " % of the exam, " + known + ". ")
        .text("Practise it with: quiz \"" + domain.name() + "\"");
  }
}
