package studycoach.feature.remind;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.study.Buttons;
import studycoach.study.Drop;
import studycoach.study.ExamDomains;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Reminders;
import studycoach.study.Streaks;
import studycoach.study.draw.Accuracy;

/** What somebody has answered in the last seven days, unless that is nothing. */
final class WeekInReview implements Kind {
  private static final int DAYS = 7;

  private final String root;
  private final Groups groups;
  private final Streaks streaks;
  private final ExamDomains domains;
  private final WeekDao weeks;

  WeekInReview(String root, Jdbi jdbi, Groups groups, Streaks streaks, Supplier<Bank> bank) {
    this.root = root;
    this.groups = groups;
    this.streaks = streaks;
    this.domains = new ExamDomains(groups, bank);
    this.weeks = new WeekDao(jdbi);
  }

  @Override
  public Reminders wish() {
    return Reminders.WEEKLY;
  }

  @Override
  public Stream<Occasion> occasions(Reader reader, List<Drop> open, Instant now) {
    LocalDate last =
        LocalDate.ofInstant(now, reader.zone())
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    return Stream.of(last, last.plusWeeks(1), last.plusWeeks(2))
        .flatMap(sunday -> occasion(reader, sunday));
  }

  private static Stream<Occasion> occasion(Reader reader, LocalDate sunday) {
    return Timing.ofDay(sunday, reader.choice().quiet(), reader.zone())
        .map(at -> new Occasion(sunday.toEpochDay(), at))
        .stream();
  }

  @Override
  public boolean isWorth(Reader reader, Occasion occasion) {
    return !answered(reader, occasion).isEmpty();
  }

  private Map<String, Accuracy> answered(Reader reader, Occasion occasion) {
    Instant from = occasion.at().atZone(reader.zone()).minusDays(DAYS).toInstant();
    return weeks.of(groups.find(reader.group()), reader.learner(), from, occasion.at());
  }

  @Override
  public Message message(Reader reader, Occasion occasion, PostKey key, Control stop) {
    Group group = groups.find(reader.group());
    Map<String, Accuracy> answered = answered(reader, occasion);
    Accuracy all = answered.values().stream().reduce(new Accuracy(0, 0), Accuracy::plus);
    return Message.of(
        new Block.Title(Markup.of("Your week in " + group.settings().exam())),
        new Block.Text(Markup.of("In the last seven days you answered " + words(all) + ".")),
        new Block.Fields(fields(reader, group, answered)),
        new Block.Text(
            Markup.of("More: ")
                .code("/" + root + " progress")
                .text(" in the group's channel, or the button.")),
        new Block.Controls(List.of(Buttons.progress(group.id()), stop)));
  }

  private List<Block.Field> fields(Reader reader, Group group, Map<String, Accuracy> answered) {
    List<Block.Field> fields = new ArrayList<>();
    for (Domain domain : domains.of(group)) {
      Accuracy in = answered.getOrDefault(domain.id(), new Accuracy(0, 0));
      if (in.answered() > 0) {
        fields.add(new Block.Field(domain.name(), Markup.of(words(in))));
      }
    }
    fields.add(
        new Block.Field("streak", Markup.of(streaks.of(reader.group(), reader.learner()).words())));
    return fields;
  }

  private static String words(Accuracy accuracy) {
    return (accuracy.answered() == 1 ? "1 question" : accuracy.answered() + " questions")
        + ", "
        + accuracy.right()
        + " right";
  }
}
