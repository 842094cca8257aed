package studycoach.feature.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Png;
import studycoach.chat.UserRef;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Group;
import studycoach.study.NamedAccount;
import studycoach.study.Streak;
import studycoach.study.draw.Accuracy;
import studycoach.study.progress.ActiveDays;
import studycoach.study.progress.Evidence;
import studycoach.study.progress.NextStep;
import studycoach.study.progress.Progress;
import studycoach.study.progress.Progress.InDomain;

/** Progress as a message, which stays below 3,500 characters and 40 blocks. */
final class ProgressViews {
  // With so many lines of such names the message is as long as it may be.
  private static final int MOST_LINES = 32;
  private static final int LINES_OF_A_DOMAIN = 3;
  private static final int LONGEST_DOMAIN = 60;
  private static final int LONGEST_TASK = 44;

  private ProgressViews() {}

  /**
   * A learner's own.
   *
   * @param days by the learner's own clock
   * @param picture of the same; empty where none can be drawn
   * @param chosen the domain whose tasks are shown if there is no room for all
   */
  static Message own(
      Group group,
      Streak streak,
      Progress progress,
      ActiveDays days,
      Optional<Png> picture,
      NextStep next,
      Optional<String> chosen) {
    boolean fits = lines(progress) <= MOST_LINES;
    List<Block> words = words(streak, progress, fits);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your progress · " + progress.exam().code())));
    picture.ifPresentOrElse(
        png -> blocks.add(new Block.Image(png, ProgressAlt.of(progress, streak, days), words)),
        () -> blocks.addAll(words));
    if (!fits) {
      progress.domains().stream()
          .filter(in -> chosen.filter(in.domain().id()::equals).isPresent())
          .forEach(in -> blocks.addAll(chosen(in)));
    }
    blocks.add(new Block.Divider());
    if (!fits) {
      blocks.add(new Block.Controls(List.of(choice(group, progress))));
    }
    blocks.add(new Block.Text(next(group, next)));
    if (next instanceof NextStep.Answer) {
      blocks.add(new Block.Controls(List.of(Buttons.today(group.id()))));
    }
    return new Message(blocks);
  }

  /** What the picture says. */
  private static List<Block> words(Streak streak, Progress progress, boolean tasks) {
    List<Block> blocks = new ArrayList<>(List.of(streak(streak)));
    for (InDomain in : progress.domains()) {
      blocks.addAll(domain(in));
      if (tasks) {
        blocks.add(tasks(in));
      }
    }
    return blocks;
  }

  private static List<Block> chosen(InDomain in) {
    return List.of(
        new Block.Divider(),
        new Block.Text(Markup.empty().bold(shortened(in.domain().name(), LONGEST_DOMAIN))),
        tasks(in));
  }

  private static int lines(Progress progress) {
    return progress.domains().stream().mapToInt(in -> LINES_OF_A_DOMAIN + in.tasks().size()).sum();
  }

  private static Control choice(Group group, Progress progress) {
    return new Control.Select(
        "Which domain's tasks?",
        ActionId.of(ProgressFeature.NAME, "domain", group.id()),
        progress.domains().stream()
            .map(
                in ->
                    new Control.SelectOption(
                        shortened(in.domain().name(), LONGEST_DOMAIN), in.domain().id()))
            .toList(),
        1,
        1);
  }

  /** What somebody lets others see. */
  static Message other(
      Group group, NamedAccount account, Streak streak, Optional<Progress> progress) {
    Markup title = Markup.of("Progress of ").and(account.span());
    return new Message(
        Stream.concat(
                Stream.of(
                    new Block.Title(title.text(" · " + group.settings().exam())), streak(streak)),
                progress.stream()
                    .flatMap(seen -> seen.domains().stream())
                    .flatMap(in -> domain(in).stream()))
            .toList());
  }

  static Message hidden(UserRef user) {
    return Message.of(
        new Block.Text(
            Markup.empty()
                .and(user.named(user.id()))
                .text(" has not made their progress visible.")));
  }

  private static Block streak(Streak streak) {
    return new Block.Text(Markup.of("Streak: ").bold(streak.words()));
  }

  /** A bar only where a share means something. */
  private static List<Block> domain(InDomain in) {
    Markup name =
        Markup.empty()
            .bold(shortened(in.domain().name(), LONGEST_DOMAIN))
            .text(" · " + in.domain().weight() + " % of the exam");
    Markup known = Markup.of(EvidenceWords.known(in.evidence()));
    Accuracy all = in.evidence().all();
    return in.evidence().isEnough()
        ? List.of(
            new Block.Divider(),
            new Block.Text(name),
            new Block.Progress(known, all.right(), all.answered()))
        : List.of(new Block.Divider(), new Block.Text(name.text(" · ").and(known)));
  }

  private static Block tasks(InDomain in) {
    List<Block.Field> fields = new ArrayList<>();
    in.tasks()
        .forEach(
            part ->
                fields.add(
                    new Block.Field(
                        shortened(part.task().id() + " " + part.task().title(), LONGEST_TASK),
                        Markup.of(EvidenceWords.known(part.evidence())))));
    if (in.evidence().weeks().stream().anyMatch(week -> week.answered() > 0)) {
      fields.add(new Block.Field("last four weeks", Markup.of(weeks(in.evidence()))));
    }
    return new Block.Fields(fields);
  }

  private static String weeks(Evidence evidence) {
    return evidence.weeks().stream()
        .map(week -> week.answered() == 0 ? "–" : week.right() + "/" + week.answered())
        .collect(Collectors.joining(" · "));
  }

  private static Markup next(Group group, NextStep next) {
    Markup said = Markup.empty().bold("Next: ").and(next.said());
    if (next instanceof NextStep.Answer answer) {
      return said.text(answer.questions() == 1 ? " It is open until " : " The first is open until ")
          .time(answer.until(), group.zone())
          .text(".");
    }
    return group
        .nextDrop()
        .map(at -> said.text(" The next drop comes ").time(at, group.zone()).text("."))
        .orElseGet(() -> said.text(" The group is paused."));
  }

  /** Cut after a word if there is one in the second half, else anywhere. */
  private static String shortened(String name, int most) {
    if (name.codePointCount(0, name.length()) <= most) {
      return name;
    }
    String cut = name.substring(0, name.offsetByCodePoints(0, most - 1));
    int blank = cut.lastIndexOf(' ');
    return (blank > cut.length() / 2 ? cut.substring(0, blank) : cut)
            .replaceFirst("[\\s\\p{Punct}]+$", "")
        + "…";
  }
}
